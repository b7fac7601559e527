package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.Movie;
import org.spillway.transforms.testing.RandomRatings;

class SampleProfileTest {
  private static final SampleProfile.ProfileCoder CODER = new SampleProfile.ProfileCoder();
  private static final int THRESHOLD = 8;

  /** Every fourth movie is unknown; some have no genres, and some no title. */
  private static final Catalog CATALOG =
      Catalog.of(
          IntStream.rangeClosed(1, 90)
              .filter(id -> id % 4 != 0)
              .mapToObj(
                  id ->
                      Movie.of(
                          id,
                          id % 7 == 0 ? null : "Movie " + id,
                          List.of("Drama", "War|Drama", "Comédie|War|IMAX").get(id % 3)))
              .toList());

  private final List<EnrichedHistory> histories =
      RandomRatings.of(11, 2_000, 30, 90).histories().stream()
          .map(history -> EnrichedHistory.join(history, CATALOG))
          .toList();

  @Test
  void theCoderKeepsEverything() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(CODER, new SampleProfile());
    CoderProperties.coderDecodeEncodeEqual(CODER, profileOf(histories));

    SampleProfile copy = CoderUtils.clone(CODER, profileOf(histories.subList(0, 20)));
    histories.subList(20, histories.size()).forEach(history -> copy.add(history, THRESHOLD));
    assertThat("a decoded profile goes on counting", copy, is(profileOf(histories)));
  }

  @Test
  void mergesInAnyOrderAndGrouping() throws Exception {
    SampleProfile whole = profileOf(histories);
    List<EnrichedHistory> shuffled = new ArrayList<>(histories);
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      Collections.shuffle(shuffled, random);
      int cut = random.nextInt(shuffled.size() + 1);
      SampleProfile merged = new SampleProfile();
      merged.merge(profileOf(shuffled.subList(cut, shuffled.size())));
      merged.merge(new SampleProfile());
      merged.merge(profileOf(shuffled.subList(0, cut)));

      assertThat(merged, is(whole));
      CoderProperties.coderDeterministic(CODER, merged, whole);
    }
  }

  @Test
  void mergeLeavesTheOtherAsItWas() {
    SampleProfile one = profileOf(histories.subList(0, 1));
    SampleProfile other = profileOf(histories.subList(1, 2));

    SampleProfile merged = new SampleProfile();
    merged.merge(other);
    merged.merge(one);
    merged.add(histories.get(2), THRESHOLD);

    assertThat(other, is(profileOf(histories.subList(1, 2))));
    assertThat(one, is(profileOf(histories.subList(0, 1))));
  }

  @Test
  void profilesOfOtherHistoriesOrThresholdsDiffer() {
    SampleProfile profile = profileOf(histories);
    SampleProfile strict = new SampleProfile();
    histories.forEach(history -> strict.add(history, 9));

    assertThat(profile, is(not(strict)));
    assertThat(profile, is(not(profileOf(histories.subList(1, histories.size())))));
    assertThat(profile.hashCode(), is(profileOf(histories).hashCode()));
  }

  private static SampleProfile profileOf(List<EnrichedHistory> histories) {
    SampleProfile profile = new SampleProfile();
    histories.forEach(history -> profile.add(history, THRESHOLD));
    return profile;
  }
}
