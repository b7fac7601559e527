package org.spillway.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.ReadinessCheck;
import org.spillway.transforms.readiness.JudgementsJson;
import org.spillway.transforms.readiness.WriteReadiness;
import org.spillway.transforms.write.CsvTable;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.PublishedFile;
import org.spillway.transforms.write.Staging;

/**
 * Says what a run has found and where it is, from what the run has published about itself: a second
 * look at the data is not needed.
 */
record RunSummary(Staging staging, Manifest manifest, List<Judgement> judgements) {

  /** What is more than this is summed up in a line, so that the summary fits a screen. */
  private static final int MOST_LISTED = 10;

  static RunSummary read(Staging staging) throws IOException {
    return new RunSummary(
        staging,
        Manifest.fromJson(text(staging, Manifest.FILE)),
        JudgementsJson.read(text(staging, WriteReadiness.JUDGEMENTS_PATH)));
  }

  void print(PrintWriter out) {
    out.println("Readiness");
    for (ReadinessCheck check : manifest.checks()) {
      out.printf(Locale.ROOT, "  %-24s %14s%n", check.check(), CsvTable.cell(check.value()));
    }
    long passed = judgements.stream().filter(Judgement::passed).count();
    out.printf(Locale.ROOT, "  %d of %d checks passed%n", passed, judgements.size());
    List<Judgement> failed = judgements.stream().filter(j -> !j.passed()).toList();
    for (Judgement judgement : failed.subList(0, Math.min(failed.size(), MOST_LISTED))) {
      out.printf(
          Locale.ROOT,
          "  %-8s %s: %s, should be %s%s%n",
          judgement.severity().label(),
          judgement.id(),
          rounded(judgement.observed()),
          judgement.threshold(),
          judgement.failing().isEmpty() ? "" : TerminalText.of(" " + judgement.failing()));
    }
    if (failed.size() > MOST_LISTED) {
      out.printf(Locale.ROOT, "  and %d more%n", failed.size() - MOST_LISTED);
    }
    out.println("Outputs in " + staging.output());
    Map<String, List<PublishedFile>> byFolder =
        manifest.outputs().stream().collect(groupingBy(RunSummary::folder, TreeMap::new, toList()));
    byFolder.forEach(
        (folder, files) -> {
          if (files.size() > MOST_LISTED) {
            out.printf(Locale.ROOT, "  %s  (%d files)%n", folder, files.size());
          } else {
            files.forEach(file -> printFile(file, out));
          }
        });
    out.println("  " + Manifest.FILE);
    out.flush();
  }

  private static void printFile(PublishedFile file, PrintWriter out) {
    String rows =
        file.schema().isEmpty() ? "" : String.format(Locale.ROOT, "%,d rows", file.rows());
    out.printf(Locale.ROOT, "  %-62s %16s %,13d bytes%n", file.path(), rows, file.bytes());
  }

  private static String folder(PublishedFile file) {
    return file.path().substring(0, file.path().lastIndexOf('/') + 1);
  }

  /** Four decimals are enough to see by how much a check has failed. */
  private static String rounded(@Nullable Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.4f", number)
        : CsvTable.cell(value);
  }

  private static String text(Staging staging, String path) throws IOException {
    try (InputStream in = Channels.newInputStream(FileSystems.open(staging.published(path)))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
