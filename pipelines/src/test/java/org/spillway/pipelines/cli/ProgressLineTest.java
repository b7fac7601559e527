package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spillway.transforms.read.ExampleReads;
import org.spillway.transforms.read.ReadProgress;

class ProgressLineTest {
  private static final long MB = 1_000_000;

  private final StringWriter said = new StringWriter();

  @AfterEach
  void forgetTheReads() {
    ReadProgress.clear();
  }

  @Test
  void nothingHasBeenReadYet() {
    assertThat(ProgressLine.text(List.of(), 1.2), is("starting, 1 s"));
  }

  @Test
  void reading() {
    ReadProgress ratings = ExampleReads.ratings(7_654_321, 200 * MB, 1_000 * MB);

    assertThat(
        ProgressLine.text(List.of(ratings), 4),
        matchesPattern(
            "reading ml/ratings\\.csv: 7,654,321 rows, 200 of 1,000 MB \\(20 %\\), \\d+ MB/s, \\d+ s left"));
  }

  @Test
  void rowsThatAreNotCountedAndARateThatIsNotKnownAreLeftOut() {
    ReadProgress movies = ExampleReads.entry("ml/movies.csv", 0, 0, 4 * MB);

    assertThat(
        ProgressLine.text(List.of(movies), 1),
        is("reading ml/movies.csv: 0 of 4 MB (0 %), 0 MB/s"));
  }

  @Test
  void anEntrysNameCannotCommandTheTerminal() {
    ReadProgress read = ExampleReads.entry("\u001b]0;x\u0007/\u2066ratings.csv", 0, 0, 4 * MB);

    assertThat(
        ProgressLine.text(List.of(read), 1),
        is("reading \\u001B]0;x\\u0007/\\u2066ratings.csv: 0 of 4 MB (0 %), 0 MB/s"));
  }

  @Test
  void theLargestEntryThatIsNotDoneIsTheOneToSpeakOf() {
    ReadProgress tags = ExampleReads.done(ExampleReads.entry("ml/tags.csv", 0, 9 * MB, 9 * MB));
    ReadProgress links = ExampleReads.entry("ml/links.csv", 0, MB, 2 * MB);
    ReadProgress movies = ExampleReads.entry("ml/movies.csv", 0, MB, 4 * MB);

    assertThat(
        ProgressLine.text(List.of(tags, links, movies), 1),
        matchesPattern("reading ml/movies\\.csv: 1 of 4 MB \\(25 %\\), \\d+ MB/s, \\d+ s left"));
  }

  @Test
  void allIsRead() {
    ReadProgress ratings = ExampleReads.done(ExampleReads.ratings(5, MB, MB));

    assertThat(ProgressLine.text(List.of(ratings), 75.4), is("computing and writing, 75 s"));
  }

  @Test
  void aTerminalsLineIsWiped() throws InterruptedException {
    ProgressLine line = ProgressLine.start(new PrintWriter(said), true);
    while (said.getBuffer().isEmpty()) {
      Thread.sleep(20);
    }
    line.close();

    assertThat(said.toString(), matchesPattern("(\rstarting, \\d s)+\r {13}\r"));
  }

  @Test
  void elsewhereNothingIsSaidBeforeTenSeconds() throws InterruptedException {
    ProgressLine line = ProgressLine.start(new PrintWriter(said), false);
    Thread.sleep(600);
    line.close();

    assertThat(said.toString(), is(""));
  }

  @Test
  void noneSaysNothing() throws InterruptedException {
    ProgressLine line = ProgressLine.none(new PrintWriter(said));
    Thread.sleep(600);
    line.close();

    assertThat(said.toString(), is(""));
  }
}
