package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Tag;

class CleanTagsTest {
  private static final CleanTags.CleanTagsCoder CODER = new CleanTags.CleanTagsCoder();

  private static final List<Tag> ROWS =
      List.of(
          new Tag(Integer.MAX_VALUE, 5, " Noir\u00A0", 70),
          new Tag(2, Integer.MAX_VALUE, null, 60),
          new Tag(2, 6, "noir", 4_133_980_799L),
          new Tag(3, 6, "", 65),
          new Tag(3, 6, "ÅSA", 0));

  @Test
  void eachTextIsThereOnce() {
    CleanTags tags = tagsOf(ROWS);

    assertThat(tags.texts(), is(List.of("noir", "", "åsa")));
    assertThat(
        List.of(tags.textIndex(0), tags.textIndex(1), tags.textIndex(2), tags.textIndex(4)),
        is(List.of(0, CleanTags.MISSING, 0, 2)));
    assertThat(tags.size(), is(5));
    assertThat(tags.userId(0), is(Integer.MAX_VALUE));
    assertThat(tags.movieId(1), is(Integer.MAX_VALUE));
    assertThat(tags.firstTimestamp(), is(0L));
    assertThat(tags.lastTimestamp(), is(4_133_980_799L));
  }

  @Test
  void partsOneAfterTheOtherAreTheWhole() {
    for (int cut = 0; cut <= ROWS.size(); cut++) {
      CleanTags tags = new CleanTags();
      tags.merge(tagsOf(ROWS.subList(0, cut)));
      tags.merge(tagsOf(ROWS.subList(cut, ROWS.size())));

      assertThat(tags, is(tagsOf(ROWS)));
    }
  }

  @Test
  void theCoderKeepsEverything() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(CODER, new CleanTags());
    CoderProperties.coderDecodeEncodeEqual(CODER, tagsOf(ROWS));
    CoderProperties.coderDecodeEncodeEqual(CODER, tagsOf(ROWS.subList(1, 2)));
    CoderProperties.coderSerializable(CODER);

    CleanTags copy = CoderUtils.clone(CODER, tagsOf(ROWS.subList(0, 2)));
    copy.merge(tagsOf(ROWS.subList(2, 5)));
    assertThat("decoded tags can have more added", copy, is(tagsOf(ROWS)));
  }

  @Test
  void otherRowsAreOtherTags() {
    for (int row = 0; row < ROWS.size(); row++) {
      assertThat(tagsOf(ROWS.subList(row, row + 1)), is(not(tagsOf(ROWS))));
    }
    assertThat(tagsOf(ROWS).hashCode(), is(tagsOf(ROWS).hashCode()));
  }

  private static CleanTags tagsOf(List<Tag> rows) {
    CleanTags tags = new CleanTags();
    tags.addAll(new Batch<>(0, rows));
    return tags;
  }
}
