package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.Batch;
import org.spillway.schemas.DistinctIds;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.Tag;
import org.spillway.schemas.Timestamps;
import org.spillway.transforms.gather.Accumulate;
import org.spillway.transforms.gather.Gather;

/**
 * Counts the tags of a bounded sample: the tables tag_summary and top_tags (setup spec, section 3).
 * A missing tag counts as a row but not as a tag. All rows are in memory at once: 12 bytes each,
 * and each tag's text once.
 */
@AutoValue
public abstract class SummarizeTags
    extends PTransform<PCollection<Batch<Tag>>, PCollection<SummaryTable>> {
  private static final int TOP = 25;

  /** Summarizes tags. */
  public static SummarizeTags create() {
    return new AutoValue_SummarizeTags();
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<Batch<Tag>> tags) {
    return tags.apply(
            "Clean",
            Accumulate.into(CleanTags::new, CleanTags::addAll, new CleanTags.CleanTagsCoder()))
        .apply("Gather", Gather.all())
        .apply("Tables", Tabulate.with(SummarizeTags::tables));
  }

  static List<SummaryTable> tables(List<CleanTags> parts) {
    CleanTags tags = new CleanTags();
    parts.forEach(tags::merge);
    DistinctIds users = new DistinctIds();
    DistinctIds movies = new DistinctIds();
    for (int row = 0; row < tags.size(); row++) {
      users.add(tags.userId(row));
      movies.add(tags.movieId(row));
    }
    boolean any = tags.size() > 0;
    SummaryTable summary =
        SummaryTable.metrics("tag_summary")
            .row("tag_rows_loaded", tags.size())
            .row("unique_users_in_tag_sample", users.count())
            .row("unique_movies_in_tag_sample", movies.count())
            .row("unique_clean_tags_in_sample", tags.texts().size())
            .row("tag_date_min", any ? Timestamps.toDateTime(tags.firstTimestamp()) : null)
            .row("tag_date_max", any ? Timestamps.toDateTime(tags.lastTimestamp()) : null)
            .build();
    return List.of(summary, top(tags));
  }

  private static SummaryTable top(CleanTags tags) {
    int[] rows = new int[tags.texts().size()];
    for (int row = 0; row < tags.size(); row++) {
      int text = tags.textIndex(row);
      if (text != CleanTags.MISSING) {
        rows[text]++;
      }
    }
    SummaryTable.Builder table =
        SummaryTable.builder("top_tags", "tag_clean", "tag_rows", "users", "movies");
    int[] most = mostFrequent(tags.texts(), rows).toArray();
    int[] placeOf = new int[rows.length];
    Arrays.fill(placeOf, -1);
    DistinctIds[] users = new DistinctIds[most.length];
    DistinctIds[] movies = new DistinctIds[most.length];
    for (int place = 0; place < most.length; place++) {
      placeOf[most[place]] = place;
      users[place] = new DistinctIds();
      movies[place] = new DistinctIds();
    }
    for (int row = 0; row < tags.size(); row++) {
      int text = tags.textIndex(row);
      if (text != CleanTags.MISSING && placeOf[text] >= 0) {
        users[placeOf[text]].add(tags.userId(row));
        movies[placeOf[text]].add(tags.movieId(row));
      }
    }
    for (int place = 0; place < most.length; place++) {
      int text = most[place];
      table.row(tags.texts().get(text), rows[text], users[place].count(), movies[place].count());
    }
    return table.build();
  }

  /** The indexes of the most frequent tags, the most frequent first, then by the text. */
  private static IntStream mostFrequent(List<String> texts, int[] rows) {
    int[] ascending = rows.clone();
    Arrays.sort(ascending);
    int least = ascending.length < TOP ? 0 : ascending[ascending.length - TOP];
    return IntStream.range(0, rows.length)
        .filter(text -> rows[text] >= least)
        .boxed()
        .sorted(Comparator.comparingInt((Integer text) -> -rows[text]).thenComparing(texts::get))
        .limit(TOP)
        .mapToInt(Integer::intValue);
  }
}
