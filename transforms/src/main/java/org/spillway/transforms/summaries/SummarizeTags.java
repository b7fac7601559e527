package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.Batch;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.Tag;
import org.spillway.schemas.Timestamps;
import org.spillway.transforms.gather.Gather;

/**
 * Counts the tags of a bounded sample: the tables tag_summary and top_tags (setup spec, section 3).
 * A missing tag counts as a row but not as a tag. All tags are in memory at once: about 100 bytes
 * each.
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
    return tags.apply("Gather", Gather.all()).apply("Tables", Tabulate.with(SummarizeTags::tables));
  }

  static List<SummaryTable> tables(List<Batch<Tag>> batches) {
    long rows = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    IntOpenHashSet users = new IntOpenHashSet();
    IntOpenHashSet movies = new IntOpenHashSet();
    Map<String, Usage> usages = new HashMap<>();
    for (Batch<Tag> batch : batches) {
      for (Tag tag : batch.rows()) {
        rows++;
        first = Math.min(first, tag.timestamp());
        last = Math.max(last, tag.timestamp());
        users.add(tag.userId());
        movies.add(tag.movieId());
        String clean = tag.cleanTag();
        if (clean != null) {
          usages.computeIfAbsent(clean, text -> new Usage()).add(tag);
        }
      }
    }
    SummaryTable summary =
        SummaryTable.metrics("tag_summary")
            .row("tag_rows_loaded", rows)
            .row("unique_users_in_tag_sample", users.size())
            .row("unique_movies_in_tag_sample", movies.size())
            .row("unique_clean_tags_in_sample", usages.size())
            .row("tag_date_min", rows == 0 ? null : Timestamps.toDateTime(first))
            .row("tag_date_max", rows == 0 ? null : Timestamps.toDateTime(last))
            .build();
    return List.of(summary, top(usages));
  }

  private static SummaryTable top(Map<String, Usage> usages) {
    SummaryTable.Builder table =
        SummaryTable.builder("top_tags", "tag_clean", "tag_rows", "users", "movies");
    usages.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Usage> e) -> -e.getValue().rows)
                .thenComparing(Map.Entry::getKey))
        .limit(TOP)
        .forEach(
            e -> {
              Usage usage = e.getValue();
              table.row(e.getKey(), usage.rows, usage.users.size(), usage.movies.size());
            });
    return table.build();
  }

  /** Who used a tag, and on what. */
  private static final class Usage {
    private long rows;
    private final IntOpenHashSet users = new IntOpenHashSet(2);
    private final IntOpenHashSet movies = new IntOpenHashSet(2);

    void add(Tag tag) {
      rows++;
      users.add(tag.userId());
      movies.add(tag.movieId());
    }
  }
}
