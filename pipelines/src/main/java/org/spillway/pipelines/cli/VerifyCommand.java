package org.spillway.pipelines.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.ResultComparison;
import org.spillway.transforms.write.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: whether a run's results are as it published them, and the same as another's. */
@Command(
    name = "verify",
    description =
        "Checks the results of a run against its manifest.json: sizes, SHA-256, digests, and that"
            + " none are missing or were added. Of two runs it also says whether their data is the"
            + " same.",
    footer = {
      "",
      "Exit codes: 0 all is as it was published, and the data of two runs is the same, whether or",
      "not figures and page are; 1 a fault; 2 it is not, or a folder is not the output of a run."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The output folder of a run.")
  private String output;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR_B",
      description = "The output folder of a run to compare the first with.")
  private @Nullable String other;

  @Override
  public Integer call() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    boolean isSound = other == null ? isAsPublished(output) : areTheSame(output, other);
    spec.commandLine().getOut().flush();
    return isSound ? ExitCodes.DONE : ExitCodes.BAD_USAGE;
  }

  private boolean isAsPublished(String folder) throws IOException {
    Verification verification = verify(folder);
    print(verification, "");
    if (verification.isAsPublished()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Data:    " + verification.manifest().digests().data());
      out.println("Figures: " + verification.manifest().digests().figures());
    }
    return verification.isAsPublished();
  }

  private boolean areTheSame(String folderA, String folderB) throws IOException {
    // Both first, so that a folder that is no run's is refused with nothing else said.
    Verification a = verify(folderA);
    Verification b = verify(folderB);
    print(a, "A: ");
    print(b, "B: ");
    if (!a.isAsPublished() || !b.isAsPublished()) {
      spec.commandLine().getOut().println("They were not compared.");
      return false;
    }
    return print(a.manifest(), b.manifest());
  }

  private void print(Verification verification, String prefix) {
    PrintWriter out = spec.commandLine().getOut();
    for (Verification.Finding finding : verification.findings()) {
      out.printf(
          Locale.ROOT,
          "%s%-10s %s: %s%n",
          prefix,
          label(finding.kind()),
          TerminalText.of(finding.path()),
          TerminalText.of(finding.what()));
    }
    String size =
        String.format(
            Locale.ROOT,
            "%s%,d files, %,d bytes",
            prefix,
            verification.files(),
            verification.bytes());
    out.println(
        verification.isAsPublished()
            ? size + ": all as published."
            : size + " were published: they are not as they were; run prepare again.");
  }

  /** Says whether the data is the same. */
  private boolean print(Manifest a, Manifest b) {
    PrintWriter out = spec.commandLine().getOut();
    ResultComparison comparison = ResultComparison.of(a, b);
    print(comparison.differences());
    boolean isSame = a.digests().data().equals(b.digests().data());
    if (isSame) {
      out.println("The data is the same: " + a.digests().data());
      out.println(
          comparison.ofFigures().isEmpty()
              ? "Figures and page are the same: " + a.digests().figures()
              : "Figures or page differ, as they may: other fonts or another JVM draw them"
                  + " differently.");
    } else {
      out.printf(
          Locale.ROOT,
          "The data differs in %d of %d files: %s in A, %s in B; see ./spillway compare for"
              + " what differs.%n",
          comparison.ofData().size(),
          comparison.data(),
          a.digests().data(),
          b.digests().data());
    }
    return isSame;
  }

  private void print(List<ResultComparison.Difference> differences) {
    PrintWriter out = spec.commandLine().getOut();
    for (ResultComparison.Difference difference : differences) {
      out.printf(
          Locale.ROOT,
          "%-10s %s%n",
          switch (difference.kind()) {
            case DIFFERS -> "differs";
            case ONLY_IN_A -> "only in A";
            case ONLY_IN_B -> "only in B";
          },
          TerminalText.of(difference.path()));
    }
  }

  private static String label(Verification.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Verification verify(String folder) throws IOException {
    try {
      return Verification.of(folder);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
