package org.spillway.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs contestants in turn, A B C A B C, so that what changes with time on the machine changes for
 * all. The first round warms up and isn't counted; after it the results are compared.
 */
final class Rounds {
  private final Path archive;
  private final Path folder;
  private final Duration timeout;
  private final PrintWriter out;

  /**
   * Prepares to run.
   *
   * @param archive what all of them read
   * @param folder where they write, each into a folder of its own
   * @param timeout for each process
   * @param out where progress is told
   */
  Rounds(Path archive, Path folder, Duration timeout, PrintWriter out) {
    this.archive = archive;
    this.folder = folder;
    this.timeout = timeout;
    this.out = out;
  }

  /**
   * Runs them.
   *
   * @param rounds how many are counted
   * @return a measurement of each counted round, by contestant
   * @throws DisagreementException if the results of two of them differ
   * @throws ChildFailedException if one of them fails
   */
  Map<Contestant, List<Measurement>> run(List<Contestant> contestants, int rounds)
      throws IOException, InterruptedException, SQLException {
    Archives.warm(archive);
    round("warm-up", contestants, true);
    for (Contestant contestant : contestants) {
      check(contestant, contestants);
    }
    Map<Contestant, List<Measurement>> measured = new LinkedHashMap<>();
    contestants.forEach(contestant -> measured.put(contestant, new ArrayList<>()));
    for (Contestant contestant : contestants) {
      clear(output(contestant));
    }
    for (int round = 1; round <= rounds; round++) {
      round("round " + round + " of " + rounds, contestants, false)
          .forEach((contestant, measurement) -> measured.get(contestant).add(measurement));
    }
    return measured;
  }

  /**
   * Runs one once. What it has written is deleted afterwards, or the disk would still be at it
   * while the next is measured.
   */
  Measurement once(Contestant contestant) throws IOException, InterruptedException {
    Measurement measurement = keeping(contestant);
    clear(output(contestant));
    return measurement;
  }

  /** Runs one once, and leaves what it has written. */
  private Measurement keeping(Contestant contestant) throws IOException, InterruptedException {
    Path output = output(contestant);
    clear(output);
    Files.createDirectories(folder);
    return ChildProcess.of(contestant.commandLine().of(archive, output))
        .withEnvironment(contestant.environment())
        .withTimeout(timeout)
        .run(folder.resolve(contestant.name() + ".log"));
  }

  private Map<Contestant, Measurement> round(
      String name, List<Contestant> contestants, boolean isKept)
      throws IOException, InterruptedException {
    Map<Contestant, Measurement> measured = new LinkedHashMap<>();
    StringBuilder said = new StringBuilder(name).append(':');
    for (Contestant contestant : contestants) {
      Measurement measurement = isKept ? keeping(contestant) : once(contestant);
      measured.put(contestant, measurement);
      said.append(
          String.format(Locale.ROOT, "  %s %.2f s", contestant.name(), measurement.wallSeconds()));
    }
    out.println(said);
    out.flush();
    return measured;
  }

  private void check(Contestant contestant, List<Contestant> contestants)
      throws IOException, SQLException {
    Contestant reference = contestants.get(0);
    if (contestant.equals(reference)
        || !reference.name().equals(Contestants.SPILLWAY)
        || contestant.results() == Contestant.Results.NONE) {
      return;
    }
    List<Disagreement> found =
        new ArrayList<>(TableCheck.of(output(reference), output(contestant)));
    if (contestant.results() == Contestant.Results.ALL) {
      found.addAll(ParquetCheck.of(output(reference), output(contestant)));
    }
    if (!found.isEmpty()) {
      throw new DisagreementException(contestant.name(), found);
    }
    out.println(contestant.name() + ": " + contestant.results().label());
  }

  private Path output(Contestant contestant) {
    return folder.resolve(contestant.name());
  }

  static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
