package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.SummaryTable;

/** Checks how {@link SlateOverlap} counts substitutes on slates. */
final class SlateOverlapTest {

  @Test
  void countsSlatesByClusterAndNumberOfItsMovies() {
    SummaryTable table =
        SlateOverlap.of(
            List.of(
                slate(1, "Drama", "Drama", "Comedy"),
                slate(2, "Comedy", "Drama", "Action"),
                slate(3, "Drama", "Drama", "Crime")));

    assertThat(table.columns(), is(List.of("spillover_cluster", "movies_on_slate", "slates")));
    assertThat(
        table.rows(),
        is(
            List.of(
                List.of("Drama", 1L, 1L),
                List.of("Drama", 2L, 2L),
                List.of("Comedy", 1L, 2L),
                List.of("Action", 1L, 1L),
                List.of("Crime", 1L, 1L))));
  }

  @Test
  void noSlatesHaveNoOverlap() {
    assertThat(SlateOverlap.of(List.of()).rows(), is(empty()));
  }

  private static SeedSlate slate(int userId, String... genres) {
    List<SlateItem> items = new ArrayList<>();
    for (String genre : genres) {
      int movieId = items.size() + 1;
      items.add(new SlateItem(movieId, Movie.of(movieId, "A film", genre), 8, true, 0));
    }
    return new SeedSlate(userId, items);
  }
}
