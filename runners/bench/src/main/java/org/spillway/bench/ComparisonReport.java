package org.spillway.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Spillway beside the others. The ratio is Spillway's wall time to the other's in the same round,
 * of which the median is shown: under 1, Spillway is the faster.
 */
final class ComparisonReport extends Report {
  private final String archive;
  private final long archiveBytes;
  private final int userModulus;
  private final Map<Contestant, List<Measurement>> measured;
  private final Map<String, String> absent;

  private ComparisonReport(
      String archive,
      long archiveBytes,
      int userModulus,
      Map<Contestant, List<Measurement>> measured,
      Map<String, String> absent) {
    this.archive = archive;
    this.archiveBytes = archiveBytes;
    this.userModulus = userModulus;
    this.measured = measured;
    this.absent = absent;
  }

  static ComparisonReport of(
      Path archive,
      int userModulus,
      Map<Contestant, List<Measurement>> measured,
      Map<String, String> absent)
      throws IOException {
    return new ComparisonReport(
        archive.getFileName().toString(), Files.size(archive), userModulus, measured, absent);
  }

  @Override
  void print(PrintWriter out) {
    out.println();
    out.printf(
        Locale.ROOT,
        "%s (%,d bytes), userModulus %d, median of %d%n%n",
        archive,
        archiveBytes,
        userModulus,
        measured.values().iterator().next().size());
    row(out, "", "wall s", "CPU s", "peak MB", "spillway/it", "results");
    measured.forEach(
        (contestant, runs) ->
            row(
                out,
                contestant.name(),
                wall(runs),
                cpu(runs),
                peakMegabytes(runs),
                ratio(contestant)
                    .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                    .orElse("-"),
                results(contestant)));
    out.println();
    measured.keySet().forEach(one -> out.println(one.name() + ": " + one.does()));
    absent.forEach((name, reason) -> out.println(name + ": left out, " + reason));
    fastest("duckdb").ifPresent(name -> out.println("The faster way to run DuckDB: " + name));
    fastest("").ifPresent(name -> out.println("The fastest of the others: " + name));
    out.flush();
  }

  private static void row(PrintWriter out, String... cells) {
    out.println(
        String.format(Locale.ROOT, "%-18s %12s %12s %12s %12s  %s", (Object[]) cells)
            .stripTrailing());
  }

  @Override
  void fill(ObjectNode report) {
    report
        .put("archive", archive)
        .put("archive_bytes", archiveBytes)
        .put("user_modulus", userModulus);
    ArrayNode contestants = report.putArray("contestants");
    measured.forEach(
        (contestant, runs) -> {
          ObjectNode json = contestants.addObject();
          json.put("name", contestant.name())
              .put("does", contestant.does())
              .put("results", results(contestant));
          fill(json, runs);
          json.put("median_spillway_ratio", ratio(contestant).orElse(null));
          ArrayNode ratios = json.putArray("spillway_ratio");
          ratios(contestant).forEach(ratios::add);
        });
    report.put("fastest_duckdb", fastest("duckdb").orElse(null));
    report.put("fastest_of_the_others", fastest("").orElse(null));
    ObjectNode leftOut = report.putObject("left_out");
    absent.forEach(leftOut::put);
  }

  private Optional<Contestant> spillway() {
    return measured.keySet().stream()
        .filter(contestant -> contestant.name().equals(Contestants.SPILLWAY))
        .findFirst();
  }

  private String results(Contestant contestant) {
    if (contestant.name().equals(Contestants.SPILLWAY)) {
      return "the reference";
    }
    return spillway().isPresent() ? contestant.results().label() : "not checked";
  }

  private Optional<Double> ratio(Contestant contestant) {
    List<Double> ratios = ratios(contestant);
    return ratios.isEmpty() ? Optional.empty() : Optional.of(Statistics.median(ratios));
  }

  /** Round by round; empty of Spillway itself, and without it. */
  private List<Double> ratios(Contestant contestant) {
    List<Double> ratios = new ArrayList<>();
    spillway()
        .filter(spillway -> !spillway.equals(contestant))
        .map(measured::get)
        .ifPresent(
            reference -> {
              for (int round = 0; round < reference.size(); round++) {
                ratios.add(
                    reference.get(round).wallSeconds()
                        / measured.get(contestant).get(round).wallSeconds());
              }
            });
    return ratios;
  }

  /**
   * The fastest of those that do the job and aren't Spillway.
   *
   * @param prefix how its name begins
   */
  private Optional<String> fastest(String prefix) {
    return measured.keySet().stream()
        .filter(contestant -> contestant.name().startsWith(prefix))
        .filter(contestant -> !contestant.name().equals(Contestants.SPILLWAY))
        .filter(contestant -> contestant.results() != Contestant.Results.NONE)
        .min(
            Comparator.comparingDouble(
                contestant ->
                    median(measured.get(contestant), Measurement::wallSeconds).orElseThrow()))
        .map(Contestant::name);
  }
}
