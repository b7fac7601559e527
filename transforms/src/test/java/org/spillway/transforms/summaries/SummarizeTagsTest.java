package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.Batch;
import org.spillway.schemas.BatchCoder;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.Tag;
import org.spillway.schemas.TagCoder;
import org.spillway.transforms.testing.TestHistory;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeTagsTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void countsCleanTagsAndWhoUsedThemOnWhat(TestPipeline pipeline) {
    Batch<Tag> first =
        new Batch<>(
            0,
            List.of(
                tag(1, 10, "Sci-Fi", "2006-01-02T03:04:05"),
                tag(1, 11, " sci-fi\u00A0", "2005-12-27T12:54:55"),
                tag(2, 10, null, "2023-10-12T07:24:37")));
    Batch<Tag> second =
        new Batch<>(
            3,
            List.of(
                tag(3, 10, "SCI-FI", "2010-01-01T00:00:00"),
                tag(1, 12, "noir", "2010-01-01T00:00:00"),
                tag(1, 12, "Noir", "2010-01-01T00:00:00"),
                tag(4, 13, "Ålesund", "2010-01-01T00:00:00"),
                tag(4, 13, "  ", "2010-01-01T00:00:00")));

    PAssert.that(
            pipeline
                .apply(Create.of(second, first).withCoder(BatchCoder.of(TagCoder.of())))
                .apply(SummarizeTags.create()))
        .containsInAnyOrder(
            summary(
                8,
                4,
                4,
                4,
                LocalDateTime.parse("2005-12-27T12:54:55"),
                LocalDateTime.parse("2023-10-12T07:24:37")),
            top()
                .row("sci-fi", 3, 2, 2)
                .row("noir", 2, 1, 1)
                .row("", 1, 1, 1)
                .row("ålesund", 1, 1, 1)
                .build());
    pipeline.run();
  }

  @Test
  void namesTheTwentyFiveMostUsedWithTiesByText() {
    List<Tag> rows = new ArrayList<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      rows.add(tag(1, letter, "tag " + letter, "2010-01-01T00:00:00"));
    }
    rows.add(tag(2, 1, "tag z", "2010-01-01T00:00:00"));
    Collections.shuffle(rows, new Random(5));

    CleanTags tags = new CleanTags();
    tags.addAll(new Batch<>(0, rows));

    SummaryTable top = SummarizeTags.tables(List.of(tags)).get(1);

    SummaryTable.Builder expected = top().row("tag z", 2, 2, 2);
    for (char letter = 'a'; letter <= 'x'; letter++) {
      expected.row("tag " + letter, 1, 1, 1);
    }
    assertThat(top, is(expected.build()));
  }

  @Test
  void withoutTagsThereAreNoTimes() {
    assertThat(
        SummarizeTags.tables(List.of()),
        is(List.of(summary(0, 0, 0, 0, null, null), top().build())));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(SummarizeTags.create());
  }

  private static Tag tag(int userId, int movieId, String text, String time) {
    return new Tag(userId, movieId, text, TestHistory.seconds(time));
  }

  private static SummaryTable summary(
      int rows, int users, int movies, int tags, LocalDateTime first, LocalDateTime last) {
    return SummaryTable.metrics("tag_summary")
        .row("tag_rows_loaded", rows)
        .row("unique_users_in_tag_sample", users)
        .row("unique_movies_in_tag_sample", movies)
        .row("unique_clean_tags_in_sample", tags)
        .row("tag_date_min", first)
        .row("tag_date_max", last)
        .build();
  }

  private static SummaryTable.Builder top() {
    return SummaryTable.builder("top_tags", "tag_clean", "tag_rows", "users", "movies");
  }
}
