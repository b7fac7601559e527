package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.ZipFixture;
import org.spillway.schemas.EntryReport;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.PublishedFile;

/** What becomes of bad rows from one end to the other: in the files, in the counts, in both. */
class RejectedRowsTest {
  private static final String REJECTED = "rejected_";

  @TempDir private Path folder;
  private Path archive;
  private Path output;

  /** Five of eight ratings are bad, one of two movies, and one of two tags. */
  @BeforeEach
  void badRows() throws IOException {
    output = folder.resolve("out");
    archive =
        ZipFixture.of(
                FixtureEntry.ofLines(
                    "ml/ratings.csv",
                    "userId,movieId,rating,timestamp",
                    "2,1,3.5,1000000000",
                    "2,1,4.25,1000000000",
                    "2,1",
                    "2,+1,3.5,1000000000",
                    "4,1,5.0,1000000000",
                    "=4,1,5.0,1000000000",
                    "4,1,NaN,1000000000",
                    "6,1,0.5,1000000000"),
                FixtureEntry.ofLines(
                    "ml/movies.csv", "movieId,title,genres", "1,A (1999),Drama", "0,B,Drama"),
                FixtureEntry.ofLines(
                    "ml/tags.csv", "userId,movieId,tag,timestamp", "2,1,fun,-1", "2,1,fun,1"),
                FixtureEntry.ofLines("ml/links.csv", "movieId,imdbId,tmdbId", "1,1,1"))
            .writeTo(folder.resolve("ml.zip"));
  }

  @Test
  void theFilesHaveTheRows() throws IOException {
    prepare("--maxRejectedShare=0.7").succeeds();

    assertThat(
        Files.readString(output.resolve("rejected/ratings.csv")),
        is(
            """
            line,column,reason,text
            3,rating,"expected one of 0.5, 1.0, … 5.0, found '4.25'","2,1,4.25,1000000000"
            4,,"expected 4 cells, found 2","2,1"
            5,movieId,"expected a whole number from 1 to 2147483647, found '+1'","2,+1,3.5,1000000000"
            7,userId,"expected a whole number from 1 to 2147483647, found '=4'","'=4,1,5.0,1000000000"
            8,rating,"expected one of 0.5, 1.0, … 5.0, found 'NaN'","4,1,NaN,1000000000"
            """));
    assertThat(
        Files.readString(output.resolve("rejected/movies.csv")),
        is(
            """
            line,column,reason,text
            3,movieId,"expected a whole number from 1 to 2147483647, found '0'","0,B,Drama"
            """));
    assertThat(
        Files.readString(output.resolve("rejected/tags.csv")),
        is(
            """
            line,column,reason,text
            2,timestamp,"expected whole seconds from 0 to 4133980799, found '-1'","2,1,fun,-1"
            """));
    assertThat(Files.exists(output.resolve("rejected/links.csv")), is(false));
  }

  @Test
  void theCountsAgreeWithTheFiles() throws IOException {
    prepare("--maxRejectedShare=0.7").succeeds();

    Manifest manifest = Manifest.fromJson(Files.readString(output.resolve(Manifest.FILE)));
    SortedMap<String, Map<String, Long>> byReason = new TreeMap<>();
    for (EntryReport report : reports(manifest)) {
      String file = "rejected/" + report.entry().substring("ml/".length());
      long rows = Files.exists(output.resolve(file)) ? rows(output.resolve(file)).size() : 0;
      SortedMap<String, Long> reasons = new TreeMap<>(report.figures());
      reasons.keySet().removeIf(name -> !name.startsWith(REJECTED));
      byReason.put(report.entry(), Map.copyOf(reasons));

      assertThat(report.entry(), report.rejected(), is(rows));
      assertThat(report.entry(), report.read(), is(report.accepted() + rows));
      assertThat(
          report.entry(), reasons.values().stream().mapToLong(Long::longValue).sum(), is(rows));
      assertThat(
          manifest.outputs().stream()
              .filter(published -> published.path().equals(file))
              .mapToLong(PublishedFile::rows)
              .sum(),
          is(rows));
    }

    assertThat(
        byReason,
        is(
            Map.of(
                "ml/ratings.csv",
                    Map.of(
                        "rejected_invalid_rating", 2L,
                        "rejected_cell_count", 1L,
                        "rejected_invalid_id", 2L),
                "ml/movies.csv", Map.of("rejected_invalid_id", 1L),
                "ml/tags.csv", Map.of("rejected_invalid_timestamp", 1L),
                "ml/links.csv", Map.of())));
    assertThat(dataQuality(), is(counts(manifest)));
  }

  @Test
  void aLargerShareThanAllowedPublishesNothing() throws IOException {
    isRefused();

    assertThat(PublishedTree.of(output), is(Map.of()));
  }

  @Test
  void aLargerShareThanAllowedLeavesTheEarlierResult() throws IOException {
    prepare("--maxRejectedShare=0.7").succeeds();
    Map<String, String> before = PublishedTree.of(output);

    isRefused("--overwrite");

    assertThat(PublishedTree.of(output), is(before));
    CommandRun.of("verify", output.toString()).succeeds();
  }

  private void isRefused(String... options) {
    CommandRun run =
        prepare(
            Stream.concat(Stream.of("--maxRejectedShare=0.6"), Stream.of(options))
                .toArray(String[]::new));

    assertThat(
        run.err().lines().toList(),
        contains(
            matchesPattern(
                "spillway: INPUT-031 .*ml\\.zip!ml/ratings\\.csv: too many rows were rejected;"
                    + " expected at most 0\\.6 of 8 rows, found 5 rejected .*")));
    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
  }

  private CommandRun prepare(String... options) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "prepare",
                    "--input=" + archive,
                    "--output=" + output,
                    "--userModulus=2",
                    "--failOn=never"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  /** The figures by entry that the table has. */
  private SortedMap<String, Map<String, Long>> dataQuality() throws IOException {
    SortedMap<String, Map<String, Long>> counts = new TreeMap<>();
    for (NamedCsvRecord row : rows(output.resolve("writeup/tables/data_quality.csv"))) {
      counts
          .computeIfAbsent(row.getField("entry"), entry -> new TreeMap<>())
          .put(row.getField("figure"), Long.valueOf(row.getField("count")));
    }
    counts.remove(""); // The archive's own.
    return counts;
  }

  /** The same, as the manifest has it. */
  private static SortedMap<String, Map<String, Long>> counts(Manifest manifest) {
    SortedMap<String, Map<String, Long>> counts = new TreeMap<>();
    for (EntryReport report : reports(manifest)) {
      SortedMap<String, Long> figures = new TreeMap<>(report.figures());
      figures.put("rows_read", report.read());
      figures.put("rows_accepted", report.accepted());
      figures.put("rows_rejected", report.rejected());
      counts.put(report.entry(), figures);
    }
    return counts;
  }

  /** Of the entries, without the archive's own. */
  private static List<EntryReport> reports(Manifest manifest) {
    return manifest.rows().stream().filter(report -> !report.entry().isEmpty()).toList();
  }

  private static List<NamedCsvRecord> rows(Path csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return reader.stream().toList();
    }
  }
}
