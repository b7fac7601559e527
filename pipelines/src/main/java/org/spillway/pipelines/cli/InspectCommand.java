package org.spillway.pipelines.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.spillway.data.movielens.Recognition;
import org.spillway.transforms.read.ArchiveInspection;
import org.spillway.transforms.read.ArchiveInspector;
import org.spillway.transforms.read.ArchiveLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: what is in an archive, without reading its files. */
@Command(
    name = "inspect",
    description = "Lists what is in an archive, which edition it is, and whether it looks sound.",
    footer = {"", "Exit codes: 0 the archive looks sound; 2 it does not, or cannot be opened."},
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ZIP", description = "The archive; or several, as prepare takes them.")
  private String location;

  @Option(
      names = "--maxEntryBytes",
      paramLabel = "N",
      description = "Refuse an entry that inflates to more bytes. Default: 137438953472.")
  private long maxEntryBytes = ArchiveLimits.generous().maxEntryBytes();

  @Option(
      names = "--maxTotalBytes",
      paramLabel = "N",
      description = "Refuse an archive that inflates to more in all. Default: 274877906944.")
  private long maxTotalBytes = ArchiveLimits.generous().maxTotalBytes();

  @Override
  public Integer call() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    List<String> locations = Inputs.find(location);
    boolean isSound = true;
    for (String archive : locations) {
      if (locations.size() > 1) {
        spec.commandLine().getOut().println("Archive: " + TerminalText.of(archive));
      }
      isSound &= isSound(ArchiveInspector.inspect(archive, limits()));
    }
    spec.commandLine().getOut().flush();
    return isSound ? ExitCodes.DONE : ExitCodes.BAD_USAGE;
  }

  /** Prints what was found. */
  private boolean isSound(ArchiveInspection found) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%-40s %16s %16s  %-8s  %s%n",
        "file",
        "compressed",
        "uncompressed",
        "crc32",
        "as");
    for (ArchiveInspection.Entry entry : found.entries()) {
      out.printf(
          Locale.ROOT,
          "%-40s %,16d %,16d  %08x  %s%n",
          TerminalText.of(entry.name()),
          entry.compressedBytes(),
          entry.uncompressedBytes(),
          entry.crc32(),
          method(entry.method()));
    }
    out.println("Edition: " + edition(found));
    out.println("Files that are ignored: " + found.strangers());
    found.problems().forEach(problem -> out.println(TerminalText.of("Problem: " + problem)));
    out.println(
        found.isSound()
            ? "The archive looks sound; what its files hold is checked when they are read."
            : "The archive is not sound.");
    return found.isSound();
  }

  private ArchiveLimits limits() {
    try {
      return ArchiveLimits.generous()
          .withMaxEntryBytes(maxEntryBytes)
          .withMaxTotalBytes(maxTotalBytes);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static String edition(ArchiveInspection found) {
    Recognition recognition = Editions.recognize(found);
    return recognition.edition().label()
        + switch (recognition.clue()) {
          case CHECKSUMS -> " (its checksums are the published ones)";
          case SIZES -> " (its files have the published sizes)";
          case FOLDER -> " (a guess by the folder's name)";
          case NONE -> "";
        };
  }

  private static String method(int method) {
    return switch (method) {
      case 0 -> "stored";
      case 8 -> "deflated";
      default -> "method " + method;
    };
  }
}
