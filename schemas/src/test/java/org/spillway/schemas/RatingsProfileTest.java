package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class RatingsProfileTest {

  @Test
  void countsEveryRating() {
    RatingBatchBuilder first = new RatingBatchBuilder(0, 4);
    first.add(1, 10, 1, 500);
    first.add(1, 10, 10, 300);
    first.add(2, 11, 8, 400);
    first.add(1, 12, 8, 400);
    RatingBatchBuilder second = new RatingBatchBuilder(4, 1);
    second.add(2_000_000, 10, 8, Timestamps.MAX);

    RatingsProfile profile = Examples.profile(first.build(), second.build());

    assertThat(profile.rows(), is(5L));
    assertThat(profile.users(), is(3L));
    assertThat(profile.movies(), is(3L));
    assertThat(profile.firstTimestamp(), is(300L));
    assertThat(profile.lastTimestamp(), is(Timestamps.MAX));
    assertThat(rowsByHalfStars(profile), is(List.of(1L, 0L, 0L, 0L, 0L, 0L, 0L, 3L, 0L, 1L)));
  }

  @Test
  void countsARatingAsABatchOfIt() {
    RatingBatch batch = Examples.ratings(0, 1_000);
    RatingsProfile byRow = new RatingsProfile();
    for (int i = 0; i < batch.size(); i++) {
      byRow.add(batch.userId(i), batch.movieId(i), batch.halfStars(i), batch.timestamp(i));
    }

    assertThat(byRow, is(Examples.profile(batch)));
    assertThat(SerializableUtils.clone(byRow), is(byRow));
  }

  @Test
  void ofNothingIsEmpty() {
    RatingsProfile profile = Examples.profile(new RatingBatchBuilder(0, 0).build());

    assertThat(profile, is(new RatingsProfile()));
    assertThat(profile.rows(), is(0L));
    assertThat(profile.users(), is(0L));
    assertThat(profile.movies(), is(0L));
    assertThat(Collections.max(rowsByHalfStars(profile)), is(0L));
  }

  @Test
  void mergesInAnyOrderAndGrouping() throws Exception {
    List<RatingBatch> batches = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 12; i++) {
      batches.add(randomBatch(random, i * 100L, random.nextInt(100)));
    }
    RatingsProfile whole = Examples.profile(batches.toArray(new RatingBatch[0]));

    for (int attempt = 0; attempt < 50; attempt++) {
      Collections.shuffle(batches, random);
      List<RatingsProfile> parts = new ArrayList<>();
      parts.add(new RatingsProfile());
      for (RatingBatch batch : batches) {
        if (random.nextBoolean()) {
          parts.add(new RatingsProfile());
        }
        parts.get(random.nextInt(parts.size())).add(batch);
      }
      RatingsProfile merged = mergedInPairs(parts, random);

      assertThat(merged, is(whole));
      assertThat(encoded(merged), is(encoded(whole)));
    }
  }

  @Test
  void mergingLeavesTheOtherProfileAlone() {
    RatingsProfile one = Examples.profile(Examples.ratings(0, 500));
    RatingsProfile other = Examples.profile(Examples.ratings(0, 300));
    one.merge(other);

    assertThat(other, is(Examples.profile(Examples.ratings(0, 300))));
    assertThat(one.rows(), is(800L));
  }

  private static RatingsProfile mergedInPairs(List<RatingsProfile> parts, Random random) {
    List<RatingsProfile> left = new ArrayList<>(parts);
    while (left.size() > 1) {
      RatingsProfile taken = left.remove(random.nextInt(left.size()));
      left.get(random.nextInt(left.size())).merge(taken);
    }
    return left.get(0);
  }

  private static RatingBatch randomBatch(Random random, long position, int rows) {
    RatingBatchBuilder builder = new RatingBatchBuilder(position, rows);
    for (int i = 0; i < rows; i++) {
      builder.add(
          1 + random.nextInt(40),
          1 + random.nextInt(2_000_000),
          1 + random.nextInt(10),
          random.nextLong(Timestamps.MAX));
    }
    return builder.build();
  }

  private static List<Long> rowsByHalfStars(RatingsProfile profile) {
    List<Long> rows = new ArrayList<>();
    for (int halfStars = HalfStars.MIN; halfStars <= HalfStars.MAX; halfStars++) {
      rows.add(profile.rowsWith(halfStars));
    }
    return rows;
  }

  private static byte[] encoded(RatingsProfile profile) throws Exception {
    return CoderUtils.encodeToByteArray(RatingsProfileCoder.of(), profile);
  }
}
