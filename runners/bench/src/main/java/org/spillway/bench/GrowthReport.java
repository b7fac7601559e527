package org.spillway.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How {@code prepare} grows with its input: time and memory at each size, and the exponent of the
 * power law that fits the times from four million ratings on. Under 1 it grows more slowly than its
 * input; below four million, starting a JVM is most of it.
 */
final class GrowthReport extends Report {
  private static final int FITTED_FROM = 4_000_000;
  private static final String ROW = "%12s %9s %9s %13s%n";

  private final int userModulus;
  private final Map<Integer, List<Measurement>> measured;

  /**
   * A series.
   *
   * @param userModulus the job's option
   * @param measured by number of ratings, ascending
   */
  GrowthReport(int userModulus, Map<Integer, List<Measurement>> measured) {
    this.userModulus = userModulus;
    this.measured = measured;
  }

  @Override
  void print(PrintWriter out) {
    out.println();
    out.printf(
        Locale.ROOT,
        "prepare, userModulus %d, median of %d%n%n",
        userModulus,
        measured.values().iterator().next().size());
    out.printf(Locale.ROOT, ROW, "ratings", "wall s", "CPU s", "peak MB");
    measured.forEach(
        (ratings, runs) ->
            out.printf(
                Locale.ROOT,
                ROW,
                String.format(Locale.ROOT, "%,d", ratings),
                wall(runs),
                cpu(runs),
                peakMegabytes(runs)));
    if (isFitted()) {
      out.printf(
          Locale.ROOT, "%nFrom 4 million on, time grows as ratings to the %.2f%n", exponent());
    }
    out.flush();
  }

  @Override
  void fill(ObjectNode report) {
    report.put("user_modulus", userModulus);
    ArrayNode sizes = report.putArray("growth");
    measured.forEach((ratings, runs) -> fill(sizes.addObject().put("ratings", ratings), runs));
    report.put("exponent", isFitted() ? (Double) exponent() : null);
    report.put("exponent_fitted_from_ratings", FITTED_FROM);
  }

  private List<Integer> fitted() {
    return measured.keySet().stream().filter(ratings -> ratings >= FITTED_FROM).toList();
  }

  private boolean isFitted() {
    return fitted().size() >= 2;
  }

  private double exponent() {
    return Statistics.exponent(
        fitted().stream().mapToDouble(Integer::doubleValue).toArray(),
        fitted().stream()
            .mapToDouble(
                ratings -> median(measured.get(ratings), Measurement::wallSeconds).orElseThrow())
            .toArray());
  }
}
