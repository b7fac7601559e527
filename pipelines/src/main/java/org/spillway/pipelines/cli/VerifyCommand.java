package org.spillway.pipelines.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.spillway.transforms.write.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: whether a run's results are still as it published them. */
@Command(
    name = "verify",
    description =
        "Checks the results of a run against its manifest.json: sizes, SHA-256, and that none are"
            + " missing or were added.",
    footer = {
      "",
      "Exit codes: 0 all is as it was published; 1 a fault; 2 it is not, or this is not the",
      "output folder of a run."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The output folder of a run.")
  private String output;

  @Override
  public Integer call() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    Verification verification = verify();
    PrintWriter out = spec.commandLine().getOut();
    for (Verification.Finding finding : verification.findings()) {
      out.printf(
          Locale.ROOT,
          "%-10s %s: %s%n",
          finding.kind().name().toLowerCase(Locale.ROOT),
          TerminalText.of(finding.path()),
          finding.what());
    }
    String size =
        String.format(
            Locale.ROOT, "%,d files, %,d bytes", verification.files(), verification.bytes());
    out.println(
        verification.isAsPublished()
            ? size + ": all as published."
            : size + " were published: they are not as they were; run prepare again.");
    out.flush();
    return verification.isAsPublished() ? ExitCodes.DONE : ExitCodes.BAD_USAGE;
  }

  private Verification verify() throws IOException {
    try {
      return Verification.of(output);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
