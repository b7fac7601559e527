package org.spillway.pipelines.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.data.generate.GeneratedArchive;
import org.spillway.data.generate.GeneratedEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generate}: writes an invented archive of MovieLens' shape. */
@Command(
    name = "generate",
    description = "Writes an invented archive with the layout and the proportions of MovieLens.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE.zip",
      description = "The zip to write. Required.")
  private Path output;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      completionCandidates = SizeNames.class,
      description =
          "One of ${COMPLETION-CANDIDATES}: small is like ml-latest-small, large like ml-32m."
              + " Default: small.")
  private String size = "small";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same size and seed give the same archive. Default: 7.")
  private long seed = 7;

  @Option(names = "--overwrite", description = "Replace the file if it exists. Default: false.")
  private boolean overwrite;

  @Override
  public Integer call() throws IOException {
    ArchiveGenerator generator = ArchiveGenerator.of(size()).withSeed(seed);
    GeneratedArchive archive;
    try {
      archive = (overwrite ? generator.overwriting() : generator).writeTo(output);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(output + " exists; choose another --output or add --overwrite", e);
    }
    for (GeneratedEntry entry : archive.entries()) {
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%-40s %,14d rows %,16d bytes%n",
              entry.name(),
              entry.rows(),
              entry.bytes());
    }
    spec.commandLine().getOut().println("Written: " + output.toAbsolutePath().normalize());
    return ExitCodes.DONE;
  }

  private ArchiveSize size() {
    try {
      return ArchiveSize.named(size);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** The names of the sizes, for help and completion. */
  static final class SizeNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ArchiveSize.names().iterator();
    }
  }
}
