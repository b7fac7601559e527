package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.transforms.write.Staging;

/**
 * Runs that are killed (SIGKILL), and the run after each. Half of the moments are spread over the
 * whole run, the others over the short while in which it publishes; half of the runs overwrite an
 * earlier result. {@code -Dkills=25} kills as many and says when, {@code -Dkills.seed=2} at other
 * moments.
 */
@EnabledOnOs(OS.LINUX)
class KilledRunIT {
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final boolean IS_TALKATIVE = System.getProperty("kills") != null;
  private static final long SEED = Long.getLong("kills.seed", 1);
  private static final long POLL_NANOS = 50_000;
  private static final int SECONDS_TO_WAIT = 120;

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private Path archive;
  private Path noArchive;
  private Path earlierOutput;
  private Map<String, String> earlier;
  private Map<String, String> expected;
  private Times undisturbed;

  /**
   * What an overwriting run takes that nothing disturbs.
   *
   * @param run nanoseconds from the start of its process to its end
   * @param publishing nanoseconds of those in which files are renamed
   */
  private record Times(long run, long publishing) {}

  /**
   * When a run is killed.
   *
   * @param whilePublishing whether to wait for that before
   * @param nanos to wait from the start of the process, or of the publishing
   */
  private record Moment(boolean whilePublishing, long nanos) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.1f ms after its %s",
          nanos / 1e6,
          whilePublishing ? "first rename" : "start");
    }
  }

  @BeforeEach
  void runUndisturbed() throws Exception {
    archive = folder.resolve("small.zip");
    ArchiveGenerator.of(ArchiveSize.SMALL).writeTo(archive);
    noArchive = Files.writeString(folder.resolve("no.zip"), "no archive");
    earlierOutput = folder.resolve("earlier");
    CommandRun.of(arguments(archive, earlierOutput, "--userModulus=3", "--ratingsShards=3"))
        .succeeds();
    earlier = PublishedTree.of(earlierOutput);
    Path output = folder.resolve("expected");
    PublishedTree.copy(earlierOutput, output);
    undisturbed = undisturbed(output);
    expected = PublishedTree.of(output);
  }

  @Test
  void theRunAfterAKillGivesTheSameBytesAndLeavesNothingElse() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      boolean isOverwriting = i % 4 == 1 || i % 4 == 2;
      Moment moment = moment(i, isOverwriting);
      Path output = folder.resolve("out" + i);
      if (isOverwriting) {
        PublishedTree.copy(earlierOutput, output);
      }
      String what =
          String.format(
              Locale.ROOT,
              "kill %d of %d with seed %d: a run that %s, %s",
              i + 1,
              KILLS,
              SEED,
              isOverwriting ? "overwrites" : "is the first",
              moment);

      boolean isKilled = kill(output, moment, isOverwriting);
      Map<String, String> left = PublishedTree.of(output);
      boolean isPublished = checkLeft(what, output, left, isOverwriting);
      if (random.nextBoolean()) {
        checkRefusedRun(what, output, isOverwriting, isPublished);
      }
      checkNextRun(what, output, isOverwriting, isPublished);
      if (IS_TALKATIVE) {
        System.out.println(what + ": " + (isKilled ? outcome(left, isPublished) : "had ended"));
      }
    }
  }

  private Moment moment(int i, boolean isOverwriting) {
    double share = random.nextDouble();
    if (i % 2 == 1) {
      // Half of the renames set the earlier result aside.
      long publishing = isOverwriting ? undisturbed.publishing() : undisturbed.publishing() / 2;
      return new Moment(true, (long) (share * publishing));
    }
    int part = i / 2;
    int parts = (KILLS + 1) / 2;
    return new Moment(false, (long) ((part + share) / parts * undisturbed.run()));
  }

  /** Returns whether the run was killed before it ended by itself. */
  private boolean kill(Path output, Moment moment, boolean isOverwriting) throws Exception {
    Process run = start(output, options(isOverwriting));
    try {
      while (moment.whilePublishing() && run.isAlive() && !isPublishing(output)) {
        LockSupport.parkNanos(POLL_NANOS);
      }
      long deadline = System.nanoTime() + moment.nanos();
      while (run.isAlive() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(Math.min(POLL_NANOS, deadline - System.nanoTime()));
      }
    } finally {
      run.destroyForcibly();
    }
    assertThat(run.waitFor(SECONDS_TO_WAIT, TimeUnit.SECONDS), is(true));
    assertThat(run.exitValue(), anyOf(is(128 + 9), is(ExitCodes.DONE)));
    return run.exitValue() != ExitCodes.DONE;
  }

  /** Nothing looks whole that is not. Returns whether the new result is there. */
  private boolean checkLeft(
      String what, Path output, Map<String, String> left, boolean isOverwriting) {
    Map<String, String> visible = PublishedTree.visible(left);
    CommandRun verified = CommandRun.of("verify", output.toString());
    if (!visible.containsKey("_SUCCESS")) {
      assertThat(what, verified.exitCode(), is(ExitCodes.BAD_USAGE));
      assertThat(what + " without a journal", isOverwriting && !hasJournal(left), is(false));
      return false;
    }
    assertThat(what, verified.exitCode(), is(ExitCodes.DONE));
    boolean isPublished = visible.equals(PublishedTree.visible(expected));
    if (!isPublished) {
      assertThat(what, isOverwriting, is(true));
      assertThat(what, visible, is(PublishedTree.visible(earlier)));
    }
    return isPublished;
  }

  /** Even a run that cannot do its work puts what was there before back. */
  private void checkRefusedRun(String what, Path output, boolean isOverwriting, boolean isPublished)
      throws IOException {
    CommandRun refused =
        CommandRun.of(arguments(noArchive, output, options(isOverwriting || isPublished)));

    assertThat(what, refused.exitCode(), is(ExitCodes.BAD_USAGE));
    Map<String, String> before = isOverwriting ? earlier : Map.of();
    assertThat(what, PublishedTree.of(output), is(isPublished ? expected : before));
  }

  private void checkNextRun(String what, Path output, boolean isOverwriting, boolean isPublished)
      throws IOException {
    CommandRun next =
        CommandRun.of(arguments(archive, output, options(isOverwriting || isPublished)));

    assertThat(what + ": " + next.err(), next.exitCode(), is(ExitCodes.DONE));
    assertThat(what, PublishedTree.of(output), is(expected));
    CommandRun.of("verify", output.toString()).succeeds();
  }

  private String outcome(Map<String, String> left, boolean isPublished) {
    String result =
        isPublished
            ? "the new result is whole"
            : left.containsKey("_SUCCESS") ? "the earlier result is whole" : "no _SUCCESS";
    long staged = left.keySet().stream().filter(path -> path.startsWith(Staging.FOLDER)).count();
    return result
        + (staged == 0 ? ", nothing staged" : ", " + staged + " staged")
        + (hasJournal(left) ? ", while files move" : "");
  }

  private Times undisturbed(Path output) throws Exception {
    long begin = System.nanoTime();
    Process run = start(output, options(true));
    try {
      while (run.isAlive() && !isPublishing(output)) {
        LockSupport.parkNanos(POLL_NANOS);
      }
      long publishing = System.nanoTime();
      while (run.isAlive() && isPublishing(output)) {
        LockSupport.parkNanos(POLL_NANOS);
      }
      long published = System.nanoTime();
      assertThat(run.waitFor(SECONDS_TO_WAIT, TimeUnit.SECONDS), is(true));
      assertThat(run.exitValue(), is(ExitCodes.DONE));
      assertThat(PublishedTree.of(output), hasKey("_SUCCESS"));
      return new Times(System.nanoTime() - begin, published - publishing);
    } finally {
      run.destroyForcibly();
    }
  }

  private Process start(Path output, String... options) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    return new ProcessBuilder(CommandProcess.words(temporary, arguments(archive, output, options)))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static boolean isPublishing(Path output) {
    File[] runs = output.resolve(Staging.FOLDER).toFile().listFiles();
    return runs != null
        && Arrays.stream(runs).anyMatch(run -> new File(run, "publishing.json").exists());
  }

  private static boolean hasJournal(Map<String, String> tree) {
    return tree.keySet().stream().anyMatch(path -> path.endsWith("/publishing.json"));
  }

  private static String[] options(boolean overwrite) {
    return new String[] {"--userModulus=5", "--overwrite=" + overwrite};
  }

  private static String[] arguments(Path archive, Path output, String... options) {
    return Stream.concat(
            Stream.of("prepare", "--input=" + archive, "--output=" + output, "--failOn=never"),
            Stream.of(options))
        .toArray(String[]::new);
  }
}
