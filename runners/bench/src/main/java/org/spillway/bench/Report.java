package org.spillway.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was measured, as a table for a terminal and as JSON. */
abstract class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is said of a figure that this machine doesn't tell. */
  static final String NOT_MEASURED = "not measured";

  /** Prints the table. */
  abstract void print(PrintWriter out);

  /** Fills in the JSON, which has the machine already. */
  abstract void fill(ObjectNode report);

  /** Writes the JSON, with every single measurement. */
  void writeTo(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
  }

  /** The JSON. */
  ObjectNode json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .putObject("machine")
        .put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .put("processors", Runtime.getRuntime().availableProcessors())
        .put("java", System.getProperty("java.version"));
    fill(report);
    return report;
  }

  /** The medians and every single figure; null where it isn't measured. */
  static void fill(ObjectNode json, List<Measurement> measured) {
    series(json, "wall_seconds", measured, Measurement::wallSeconds);
    series(json, "cpu_seconds", measured, Measurement::cpuSeconds);
    json.put("median_peak_bytes", median(measured, Report::peak).map(Math::round).orElse(null));
    ArrayNode peaks = json.putArray("peak_bytes");
    measured.forEach(measurement -> peaks.add(measurement.peakBytes()));
  }

  private static @Nullable Double peak(Measurement measurement) {
    Long bytes = measurement.peakBytes();
    return bytes == null ? null : (Double) bytes.doubleValue();
  }

  private static void series(
      ObjectNode json,
      String name,
      List<Measurement> measured,
      Function<Measurement, @Nullable Double> figure) {
    json.put("median_" + name, median(measured, figure).orElse(null));
    ArrayNode all = json.putArray(name);
    measured.forEach(measurement -> all.add(figure.apply(measurement)));
  }

  /** The median of a figure, if it was measured in every run. */
  static Optional<Double> median(
      List<Measurement> measured, Function<Measurement, @Nullable Double> figure) {
    List<Double> values =
        measured.stream().map(figure).filter(Objects::nonNull).map(Double::doubleValue).toList();
    return values.isEmpty() || values.size() < measured.size()
        ? Optional.empty()
        : Optional.of(Statistics.median(values));
  }

  static String wall(List<Measurement> measured) {
    return seconds(median(measured, Measurement::wallSeconds));
  }

  static String cpu(List<Measurement> measured) {
    return seconds(median(measured, Measurement::cpuSeconds));
  }

  /** In units of 1,000,000 bytes. */
  static String peakMegabytes(List<Measurement> measured) {
    return median(measured, Report::peak)
        .map(bytes -> String.format(Locale.ROOT, "%,.0f", bytes / 1e6))
        .orElse(NOT_MEASURED);
  }

  private static String seconds(Optional<Double> seconds) {
    return seconds.map(s -> String.format(Locale.ROOT, "%.2f", s)).orElse(NOT_MEASURED);
  }
}
