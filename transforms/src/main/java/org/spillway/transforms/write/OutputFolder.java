package org.spillway.transforms.write;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * What a launcher does with the output folder before any work: it finds out whether the run can
 * write there and whether it may, and clears away what dead runs have left.
 *
 * <p>For a file system other than the local one, {@code
 * FileSystems.setDefaultPipelineOptions(options)} must have been called, as {@code Pipeline.create}
 * does.
 */
public final class OutputFolder {
  private static final String OWNER = "owner";

  /** The folders that results lie in (setup spec, section 10). */
  private static final List<String> RESULT_FOLDERS =
      List.of("processed/", "writeup/tables/", "writeup/figures/", "rejected/");

  private final Staging staging;

  private OutputFolder(Staging staging) {
    this.staging = staging;
  }

  /**
   * Begins a run: creates the output folder and, in it, a staging folder that nobody else can read.
   * Runs whose process has ended are {@linkplain #abandon abandoned}.
   *
   * @param output a folder on any file system that Beam knows: a path, {@code gs://bucket/folder}
   * @param overwrite whether a result that is there already may be replaced; it stays whole until
   *     the new one is staged
   * @return where the run's files go
   * @throws OutputFolderException if this names no folder, or the folder cannot be written to, has
   *     a result already, or is being written to by another run
   */
  public static Staging begin(String output, boolean overwrite) throws IOException {
    Staging staging = staging(output);
    OutputFolder folder = new OutputFolder(staging);
    folder.create();
    try {
      folder.clearDeadRuns();
      if (overwrite) {
        publishedPaths(staging);
      } else {
        folder.checkEmpty();
      }
    } catch (IOException | RuntimeException e) {
      staging.delete();
      throw e;
    }
    return staging;
  }

  /**
   * Ends a run that has failed: deletes its staged files and, if it broke off while it published,
   * what it had published. Does nothing if the run's result is whole.
   */
  public static void abandon(Staging staging) throws IOException {
    ResourceId journal = staging.file(Publication.JOURNAL);
    if (Resources.exists(journal) && !Resources.exists(staging.published(Publication.SUCCESS))) {
      String unfinished = Resources.read(journal);
      Set<String> paths = new HashSet<>(paths(unfinished));
      ResourceId manifest = staging.published(Manifest.FILE);
      if (Resources.exists(manifest) && Resources.read(manifest).equals(unfinished)) {
        paths.add(Manifest.FILE);
      } else {
        paths.removeAll(publishedPaths(staging));
      }
      List<ResourceId> files = paths.stream().map(staging::published).toList();
      for (ResourceId file : files) {
        LocalFolders.checkInside(staging.output(), file);
      }
      Resources.delete(files);
    }
    staging.delete();
  }

  private static Staging staging(String output) throws OutputFolderException {
    try {
      return Staging.ofNewRun(output);
    } catch (IllegalArgumentException e) {
      throw notWritable(output, e.getMessage(), e);
    }
  }

  private static OutputFolderException notWritable(
      String output, @Nullable String reason, Exception cause) {
    return new OutputFolderException(
        "output must be a folder that can be written, but "
            + output
            + " can not: "
            + reason
            + "; choose another --output",
        cause);
  }

  /** Creates the staging folder, and so finds out whether anything can be written. */
  private void create() throws IOException {
    ResourceId output = staging.output();
    if (LocalFolders.isFile(output)) {
      throw new OutputFolderException(
          "output must be a folder, but is a file: " + output + "; choose another --output");
    }
    try {
      LocalFolders.createPrivate(staging.root());
      LocalFolders.createPrivate(staging.folder());
      LocalFolders.checkInside(output, staging.file(OWNER));
      Resources.write(staging.file(OWNER), RunningProcess.current().toString());
    } catch (OutputFolderException e) {
      throw e;
    } catch (IOException e) {
      throw notWritable(output.toString(), e.toString(), e);
    }
  }

  private void clearDeadRuns() throws IOException {
    for (String runId : runs()) {
      Staging run = staging.ofRun(runId);
      if (!runId.equals(staging.runId())) {
        RunningProcess owner = owner(run);
        if (owner.isAliveElsewhere()) {
          throw new OutputFolderException(
              "output must not be written to by two runs at once, but process "
                  + owner.pid()
                  + " writes to "
                  + staging.output()
                  + "; wait for it, or choose another --output");
        }
        abandon(run);
      }
    }
  }

  private Set<String> runs() throws IOException {
    String root = staging.root().toString();
    Set<String> runs = new TreeSet<>(LocalFolders.subfolders(staging.root()));
    for (ResourceId file : Resources.list(staging.root(), "*/*")) {
      runs.add(file.toString().substring(root.length()).split("/", 2)[0]);
    }
    return runs;
  }

  private static RunningProcess owner(Staging run) throws IOException {
    ResourceId owner = run.file(OWNER);
    return RunningProcess.parse(Resources.exists(owner) ? Resources.read(owner) : "");
  }

  /** Refuses a manifest that nobody could tell the old files from, before any work is done. */
  private static Set<String> publishedPaths(Staging staging) throws IOException {
    ResourceId manifest = staging.published(Manifest.FILE);
    if (!Resources.exists(manifest)) {
      return Set.of();
    }
    try {
      return paths(Resources.read(manifest));
    } catch (IOException e) {
      throw new OutputFolderException(
          manifest
              + " must be a manifest of Spillway, but is "
              + e.getMessage()
              + "; move the folder away or choose another --output",
          e);
    }
  }

  private static Set<String> paths(String manifest) throws IOException {
    return Manifest.fromJson(manifest).outputs().stream()
        .map(PublishedFile::path)
        .collect(Collectors.toSet());
  }

  private void checkEmpty() throws IOException {
    for (String file : List.of(Publication.SUCCESS, Manifest.FILE)) {
      if (Resources.exists(staging.published(file))) {
        throw exists(staging.published(file));
      }
    }
    for (String folder : RESULT_FOLDERS) {
      List<ResourceId> files = Resources.list(staging.output(), folder + "*");
      if (!files.isEmpty()) {
        throw exists(files.get(0));
      }
    }
  }

  private OutputFolderException exists(ResourceId file) {
    return new OutputFolderException(
        "output must be a folder without results, but there is "
            + file
            + "; give --overwrite to replace them or choose another --output");
  }
}
