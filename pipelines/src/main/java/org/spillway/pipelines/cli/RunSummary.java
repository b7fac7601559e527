package org.spillway.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.spillway.schemas.ReadinessCheck;
import org.spillway.transforms.write.CsvTable;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.PublishedFile;
import org.spillway.transforms.write.Staging;

/** Says what a run has found and where it is, from the manifest alone. */
final class RunSummary {

  private RunSummary() {}

  static void print(Staging staging, PrintWriter out) throws IOException {
    Manifest manifest = read(staging.published(Manifest.FILE));
    out.println("Readiness");
    for (ReadinessCheck check : manifest.checks()) {
      out.printf("  %-24s %12s%n", check.check(), CsvTable.cell(check.value()));
    }
    out.println("Outputs");
    for (PublishedFile file : manifest.outputs()) {
      ResourceId path = staging.published(file.path());
      out.printf("  %s  (%,d rows, %,d bytes)%n", path, file.rows(), file.bytes());
    }
    out.println("  " + staging.published(Manifest.FILE));
    out.flush();
  }

  private static Manifest read(ResourceId file) throws IOException {
    try (InputStream in = Channels.newInputStream(FileSystems.open(file))) {
      return Manifest.fromJson(new String(in.readAllBytes(), UTF_8));
    }
  }
}
