package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link UserFeatures}, {@link ItemFeatures} and {@link SeedSlate} derive. */
class FeaturesTest {

  @Test
  void ofAUser() {
    UserFeatures user = new UserFeatures(50, 3, 22, 2, 100, 100 + 3 * 86_400 - 1, 1, 2);

    assertThat(user.meanRating(), is(11 / 3.0));
    assertThat(user.likedRate(), is(2 / 3.0));
    assertThat(user.activitySpanDays(), is(2));
  }

  @Test
  void ofAnItem() {
    ItemFeatures item =
        new ItemFeatures(1, Examples.TOY_STORY, 4, 31, 3, 5, 6, PopularityBucket.HIGH);

    assertThat(item.meanRating(), is(3.875));
    assertThat(item.likedRate(), is(0.75));
    assertThat(item.spilloverCluster(), is("Adventure"));
  }

  @Test
  void theClusterIsThePrimaryGenreIfThereIsOne() {
    assertThat(ItemFeatures.clusterOf(null), is("unknown"));
    assertThat(ItemFeatures.clusterOf(Movie.of(1, "T", null)), is("(no genres listed)"));
    assertThat(new SlateItem(1, null, 9, true, 5).spilloverCluster(), is("unknown"));
    assertThat(
        new SlateItem(1, Examples.TOY_STORY, 9, true, 5).spilloverCluster(), is("Adventure"));
  }

  @Test
  void aSlateIsNamedAfterItsUserAndCopiesItsItems() {
    List<SlateItem> items = new ArrayList<>(List.of(new SlateItem(1, null, 9, true, 5)));
    SeedSlate slate = new SeedSlate(50, items);
    items.clear();

    assertThat(slate.slateId(), is("user_50_seed"));
    assertThat(slate.items(), is(List.of(new SlateItem(1, null, 9, true, 5))));
  }

  @Test
  void anItemWithAnotherMoviesEntryIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new SlateItem(2, Examples.TOY_STORY, 9, true, 5));

    assertThat(e.getMessage(), is("expected the catalog's entry of movie 2, but was: 1"));
  }
}
