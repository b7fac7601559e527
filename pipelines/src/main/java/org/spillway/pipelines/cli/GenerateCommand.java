package org.spillway.pipelines.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
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

  @Option(
      names = "--parts",
      paramLabel = "N",
      description =
          "Cut the archive by user into so many, named FILE-00000-of-0000N.zip and so on: for"
              + " prepare --input='FILE-*.zip'. Default: 1, a whole named FILE.zip.")
  private int parts = 1;

  @Option(names = "--overwrite", description = "Replace the file if it exists. Default: false.")
  private boolean overwrite;

  @Override
  public Integer call() throws IOException {
    for (GeneratedArchive archive : generate()) {
      print(archive);
    }
    return ExitCodes.DONE;
  }

  private List<GeneratedArchive> generate() throws IOException {
    ArchiveGenerator plain = ArchiveGenerator.of(size()).withSeed(seed);
    ArchiveGenerator generator = overwrite ? plain.overwriting() : plain;
    try {
      return parts == 1
          ? List.of(generator.writeTo(output))
          : generator.writePartsTo(output, parts);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          (parts == 1 ? output.toString() : "A part of " + output)
              + " exists; choose another --output or add --overwrite",
          e);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private void print(GeneratedArchive archive) {
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
    spec.commandLine().getOut().println("Written: " + archive.path().toAbsolutePath().normalize());
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
