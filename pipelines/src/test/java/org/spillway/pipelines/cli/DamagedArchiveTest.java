package org.spillway.pipelines.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.ZipFixture;

/**
 * Archives whose rows are all sound, but are not the rows that were packed: only the end of the
 * entry tells. Whatever the run has made by then, the output folder is as it was.
 */
class DamagedArchiveTest {
  private static final String RATINGS = "ratings.csv";

  /** A rating in the middle of the file, by the end of its row. */
  private static final Pattern RATING = Pattern.compile(",([1-4])\\.([05])(,[0-9]{9,10}\\r\\n)");

  @TempDir private Path folder;
  private Path sound;
  private Path output;

  @BeforeEach
  void soundArchive() throws IOException {
    sound = CommandRun.tinyArchive(folder);
    output = folder.resolve("out");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anotherCrcIsRefusedAndTheFolderIsAsItWas(boolean overwrite) throws IOException {
    // Stored, so that the damage is one digit of a rating and the entry can still be read.
    ZipFixture archive = ZipFixture.read(sound).change(RATINGS, FixtureEntry::stored);
    Path damaged = archive.writeTo(folder.resolve("damaged.zip"));
    String bytes = Files.readString(damaged, ISO_8859_1);
    String ratings = archive.entry(RATINGS).text();
    Files.writeString(damaged, bytes.replace(ratings, withAnotherRating(ratings)), ISO_8859_1);

    isRefused(
        damaged,
        overwrite,
        "spillway: INPUT-018 .*damaged\\.zip!.*/ratings\\.csv: the CRC-32 differs: the entry is"
            + " damaged; expected [0-9a-f]{8}, found [0-9a-f]{8}.*");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anotherMd5IsRefusedAndTheFolderIsAsItWas(boolean overwrite) throws IOException {
    Path damaged =
        ZipFixture.read(sound)
            .change(
                RATINGS,
                entry ->
                    FixtureEntry.of(
                        entry.name(), withAnotherRating(entry.text()).getBytes(US_ASCII)))
            .writeTo(folder.resolve("damaged.zip"));

    isRefused(
        damaged,
        overwrite,
        "spillway: INPUT-019 .*damaged\\.zip!.*/ratings\\.csv: the MD5 differs from checksums\\.txt;"
            + " expected [0-9a-f]{32}, found [0-9a-f]{32}.*");
  }

  private void isRefused(Path damaged, boolean overwrite, String line) throws IOException {
    if (overwrite) {
      prepare(sound, "--userModulus=3").succeeds();
    } else {
      Files.createDirectories(output);
    }
    Files.writeString(output.resolve("notes.txt"), "my own");
    Map<String, String> before = PublishedTree.of(output);

    CommandRun run = prepare(damaged, "--userModulus=2", "--overwrite=" + overwrite);

    assertThat(run.err().lines().toList(), contains(matchesPattern(line)));
    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(run.out(), is(""));
    assertThat(PublishedTree.of(output), is(before));
    if (overwrite) {
      CommandRun.of("verify", output.toString()).succeeds();
    }
  }

  private CommandRun prepare(Path archive, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of("prepare", "--input=" + archive, "--output=" + output, "--failOn=never"));
    words.addAll(List.of(options));
    return CommandRun.of(words.toArray(String[]::new));
  }

  /** The same with one more star in the middle. */
  private static String withAnotherRating(String ratings) {
    Matcher matcher = RATING.matcher(ratings);
    assertThat(matcher.find(ratings.length() / 2), is(true));
    int stars = Integer.parseInt(matcher.group(1));
    return ratings.substring(0, matcher.start(1))
        + (stars == 4 ? 3 : stars + 1)
        + ratings.substring(matcher.end(1));
  }
}
