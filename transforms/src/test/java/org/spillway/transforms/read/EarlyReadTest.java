package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.sample.UserSample;
import org.spillway.transforms.testing.TestBatch;
import org.spillway.transforms.testing.TestPipelines;

@Timeout(60)
class EarlyReadTest {
  private static final String HEADER = "userId,movieId,rating,timestamp\n";

  @RegisterExtension final TestPipelineExtension extension = TestPipelines.strict();

  @TempDir Path folder;
  @TempDir Path other;
  private final List<RatingBatch> batches = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();

  private @Nullable EarlyRead early;

  @AfterEach
  void end() {
    if (early != null) {
      early.close();
    }
  }

  @BeforeEach
  void forgetOtherReads() {
    ReadProgress.clear();
  }

  private static RatingsRead read(String archive) {
    ReadSettings settings = ReadSettings.defaults().withMaxRejectedShare(1);
    return new RatingsRead(archive, settings, null, true);
  }

  private RatingsRead.Outcome takeOver(RatingsRead read) throws IOException {
    return EarlyRead.takeOver(read, batches::add, rejected::add);
  }

  @Test
  void givesWhatAReadByTheStepGives() throws IOException {
    String archive =
        TestZip.ofRatings(HEADER + "1,17,4.0,9\n1,x,4.0,9\n2,17,0.5,7\n").writeTo(folder);
    RatingsRead.Outcome expected = takeOver(read(archive));
    List<RatingBatch> expectedBatches = List.copyOf(batches);
    List<RejectedRow> expectedRejected = List.copyOf(rejected);
    batches.clear();
    rejected.clear();

    early = EarlyRead.begin(read(archive));
    assertThat(takeOver(read(archive)), is(expected));

    assertThat(batches, is(expectedBatches));
    assertThat(rejected, is(expectedRejected));
    assertThat(rejected.size(), is(1));
  }

  @Test
  void aStepTakesOverWithoutOpeningTheArchiveAgain(TestPipeline pipeline) throws Exception {
    String archive = TestZip.ofRatings(HEADER + "1,17,4.0,9\n").writeTo(folder);
    ReadRatings ratings = ReadZipCsv.ratings().withUsers(new UserSample(1, 0));
    early = ratings.begin(archive);
    while (ReadProgress.all().stream().noneMatch(ReadProgress::isDone)) {
      Thread.sleep(1);
    }
    Files.delete(Path.of(archive));

    ReadRatings.Result result =
        pipeline.apply("Archive", Create.of(archive)).apply("Read", ratings);
    PAssert.that(result.records()).containsInAnyOrder(TestBatch.at(0).row(1, 17, 4.0, 9).build());
    pipeline.run();
  }

  @Test
  void aReadOfSomethingElseIsNotTakenOver() throws IOException {
    String archive = TestZip.ofRatings(HEADER + "1,17,4.0,9\n2,17,0.5,7\n").writeTo(folder);
    RatingsRead ofOne =
        new RatingsRead(archive, ReadSettings.defaults(), new UserSample(2, 0), false);
    early = EarlyRead.begin(ofOne);
    takeOver(read(archive));

    assertThat(batches.get(0).size(), is(2));
  }

  @Test
  void aReadIsTakenOverOnce() throws IOException {
    String archive = TestZip.ofRatings(HEADER + "1,17,4.0,9\n").writeTo(folder);
    early = EarlyRead.begin(read(archive));
    takeOver(read(archive));
    takeOver(read(archive));

    assertThat(batches.size(), is(2));
  }

  @Test
  void whatIsWrongIsThrownToTheStep() throws IOException {
    String archive = TestZip.ofRatings("userId\n1\n").writeTo(folder);
    early = EarlyRead.begin(read(archive));
    BadInputException e = assertThrows(BadInputException.class, () -> takeOver(read(archive)));

    assertThat(e.getMessage(), containsString("INPUT-027"));
  }

  @Test
  void closingEndsAReadThatNobodyTakes() throws Exception {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int user = 1; user <= 1000; user++) {
      csv.append(user).append(",0,4.0,9\n");
    }
    String archive = TestZip.ofRatings(csv.toString()).writeTo(folder);

    // Its thousand rejected rows are more than may wait.
    EarlyRead.begin(read(archive)).close();

    assertThat(threads(), is(0L));
    takeOver(read(archive));
    assertThat(rejected.size(), is(1000));
  }

  @Test
  void aSecondReadEndsTheFirst() throws IOException {
    String archive = TestZip.ofRatings(HEADER + "1,17,4.0,9\n").writeTo(folder);
    StringBuilder csv = new StringBuilder(HEADER);
    for (int user = 1; user <= 1000; user++) {
      csv.append(user).append(",0,4.0,9\n");
    }
    // Nobody takes its rows, so it would wait for ever.
    EarlyRead.begin(read(TestZip.ofRatings(csv.toString()).writeTo(other)));
    early = EarlyRead.begin(read(archive));
    takeOver(read(archive));

    assertThat(batches.size(), is(1));
    early.close();
    assertThat(threads(), is(0L));
  }

  @Test
  void closingStaysInterrupted() throws Exception {
    early = EarlyRead.begin(read(TestZip.ofRatings(HEADER + "1,17,4.0,9\n").writeTo(folder)));
    try {
      Thread.currentThread().interrupt();
      early.close();

      assertThat(Thread.currentThread().isInterrupted(), is(true));
      assertThat(threads(), is(0L));
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void aStepThatIsInterruptedSaysSoAndStaysInterrupted() throws Exception {
    String archive = TestZip.ofRatings(HEADER + "1,17,4.0,9\n").writeTo(folder);
    early = EarlyRead.begin(read(archive));
    try {
      Thread.currentThread().interrupt();

      assertThrows(InterruptedIOException.class, () -> takeOver(read(archive)));
      assertThat(Thread.currentThread().isInterrupted(), is(true));
    } finally {
      Thread.interrupted();
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("early-read"))
        .count();
  }
}
