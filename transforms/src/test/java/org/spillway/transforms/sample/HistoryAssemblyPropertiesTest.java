package org.spillway.transforms.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.testing.RandomRatings;
import org.spillway.transforms.testing.RandomRatings.Rating;
import org.spillway.transforms.testing.SetSeed;

/** However a file is cut into batches, and in whatever order they arrive: the same histories. */
@AddLifecycleHook(SetSeed.class)
class HistoryAssemblyPropertiesTest {

  @Property
  void theOrderOfArrivalDoesNotShow(
      @ForAll("files") RandomRatings file,
      @ForAll @IntRange(min = 1, max = 20) int batchSize,
      @ForAll @IntRange(min = 1, max = 9) int partitions,
      @ForAll Random random) {
    List<List<RatingBatch>> pieces = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      pieces.add(new ArrayList<>());
    }
    for (RatingBatch batch : file.batches(batchSize)) {
      RatingBatch[] split = HistoryAssembly.split(batch, partitions);
      for (int i = 0; i < partitions; i++) {
        if (split[i] != null) {
          pieces.get(i).add(split[i]);
        }
      }
    }

    List<UserHistory> histories = new ArrayList<>();
    for (List<RatingBatch> piece : pieces) {
      Collections.shuffle(piece, random);
      histories.addAll(HistoryAssembly.assemble(piece));
    }
    histories.sort(Comparator.comparingInt(UserHistory::userId));

    assertThat(histories, is(file.histories()));
  }

  /** Few users, so that they share batches, in sorted files and in others. */
  @Provide
  Arbitrary<RandomRatings> files() {
    Arbitrary<Rating> ratings =
        Combinators.combine(
                Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(1, 30),
                Arbitraries.integers().between(HalfStars.MIN, HalfStars.MAX),
                Arbitraries.longs().between(0, 4_000_000_000L))
            .as(Rating::new);
    Arbitrary<List<Rating>> rows = ratings.list().ofMaxSize(100);
    return Arbitraries.oneOf(
            rows,
            rows.map(list -> list.stream().sorted(Comparator.comparing(Rating::userId)).toList()))
        .map(RandomRatings::new);
  }
}
