package org.spillway.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;
import org.spillway.pipelines.compare.ComparisonPage;
import org.spillway.pipelines.compare.ComparisonText;
import org.spillway.pipelines.compare.NotARunException;
import org.spillway.pipelines.compare.PublishedRun;
import org.spillway.pipelines.compare.RunComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: what differs between two runs of {@code prepare}. */
@Command(
    name = "compare",
    description =
        "Says what differs between two finished runs of prepare: parameters, input, row accounts,"
            + " readiness checks, figures and outputs.",
    footer = {
      "",
      "Exit codes: 0 the runs were compared, whatever differs; 1 a fault; 2 bad usage,",
      "such as a folder that is not the output of a finished run."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN_A", description = "The output folder of a run.")
  private String runA;

  @Parameters(
      index = "1",
      paramLabel = "RUN_B",
      description = "The output folder of the run to compare it with")
  private String runB;

  @Option(
      names = "--page",
      paramLabel = "FILE.html",
      description = "Write all differences to a page, too; a file of this name is replaced.")
  private @Nullable String page;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Print at most so many differing cells of a table. Default: 20.")
  private int limit = 20;

  @Override
  public Integer call() throws IOException {
    if (limit < 0) {
      throw new UsageException("limit must be at least 0, but was: " + limit);
    }
    if (page != null && (page.isBlank() || new File(page).isDirectory())) {
      throw new UsageException("page must name a file, but was: " + page);
    }
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    RunComparison comparison = RunComparison.of(read(runA), read(runB));
    PrintWriter out = spec.commandLine().getOut();
    ComparisonText.print(comparison, limit, out);
    if (page != null) {
      write(page, ComparisonPage.of(comparison));
      out.println("Written: " + page);
    }
    return ExitCodes.DONE;
  }

  private static PublishedRun read(String location) throws IOException {
    if (location.isBlank()) {
      throw new UsageException("The location of a run is empty");
    }
    try {
      return PublishedRun.read(location);
    } catch (NotARunException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static void write(String file, String html) throws IOException {
    try (OutputStream out =
        Channels.newOutputStream(
            FileSystems.create(FileSystems.matchNewResource(file, false), "text/html"))) {
      out.write(html.getBytes(UTF_8));
    }
  }
}
