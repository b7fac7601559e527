package org.spillway.pipelines.compare;

import java.util.List;
import java.util.Locale;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.write.CsvTable;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.PublishedFile;

/**
 * A run's manifest and checks as tables. What names a row comes first, and the archive's name after
 * what is in the archive: the same entries in a renamed archive are then still the same rows.
 */
final class RunTables {

  private RunTables() {}

  static SummaryTable parameters(Manifest manifest) {
    SummaryTable.Builder table = SummaryTable.builder("parameters", "parameter", "value");
    manifest.parameters().forEach(table::row);
    table.row("Spillway's version", manifest.spillwayVersion());
    table.row("Beam's version", manifest.beamVersion());
    return table.build();
  }

  static SummaryTable input(Manifest manifest) {
    SummaryTable.Builder table =
        SummaryTable.builder(
            "input", "entry", "archive", "compressed_bytes", "uncompressed_bytes", "crc32");
    for (ArchiveEntry entry : manifest.input()) {
      table.row(
          entry.name(),
          entry.archive(),
          entry.compressedBytes(),
          entry.uncompressedBytes(),
          // With a prefix, or a CRC of decimal digits alone would be taken for a number.
          String.format(Locale.ROOT, "0x%08x", entry.crc32()));
    }
    return table.build();
  }

  static SummaryTable rows(Manifest manifest) {
    SummaryTable.Builder table =
        SummaryTable.builder("rows", "entry", "figure", "archive", "count");
    for (EntryReport report : manifest.rows()) {
      String entry = report.entry().isEmpty() ? "the archive itself" : report.entry();
      String archive = report.archive();
      table.row(entry, "read", archive, report.read());
      table.row(entry, "accepted", archive, report.accepted());
      table.row(entry, "rejected", archive, report.rejected());
      report.figures().forEach((figure, count) -> table.row(entry, figure, archive, count));
    }
    return table.build();
  }

  static SummaryTable checks(List<Judgement> judgements) {
    SummaryTable.Builder table =
        SummaryTable.builder(
            "checks", "check", "outcome", "observed", "threshold", "severity", "first_at_fault");
    for (Judgement check : judgements) {
      table.row(
          check.id(),
          check.passed() ? "passed" : "failed",
          CsvTable.cell(check.observed()),
          check.threshold(),
          check.severity().label(),
          String.join(", ", check.failing()));
    }
    return table.build();
  }

  static SummaryTable outputs(Manifest manifest) {
    SummaryTable.Builder table = SummaryTable.builder("outputs", "file", "rows", "bytes", "sha256");
    for (PublishedFile file : manifest.outputs()) {
      table.row(file.path(), file.rows(), file.bytes(), file.sha256());
    }
    return table.build();
  }
}
