package org.spillway.transforms.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
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
  private static final String REPORT = "report.html";

  /** The folders that results lie in (setup spec, section 10). */
  private static final List<String> RESULT_FOLDERS =
      List.of("processed", "writeup/tables", "writeup/figures", "rejected");

  /** The results beside those folders. */
  private static final List<String> RESULT_FILES =
      List.of(Publication.SUCCESS, Manifest.FILE, REPORT);

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
    folder.checkNoFile();
    // Not even a clean-up may go through a staging folder that is a link.
    LocalFolders.checkInside(staging.output(), staging.folder());
    try {
      folder.create();
      folder.clearDeadRuns();
      folder.checkPlaces();
      if (overwrite) {
        publishedPaths(staging);
      } else {
        folder.checkEmpty();
      }
    } catch (IOException | RuntimeException e) {
      deleteAfter(e, staging);
      throw e;
    }
    return staging;
  }

  /**
   * Ends a run that has failed: deletes its staged files. If it broke off while it published, the
   * output folder is as it was before. If it had published, the result stays.
   *
   * @return whether the run has published its result, which is whole then
   * @throws IOException if the folder could not be brought in order; the next run tries again
   */
  public static boolean abandon(Staging staging) throws IOException {
    return abandon(staging, new FileChanges());
  }

  static boolean abandon(Staging staging, FileChanges changes) throws IOException {
    boolean isPublished = isPublished(staging);
    if (!Replacement.isBegun(staging)) {
      staging.delete();
    } else if (isPublished) {
      Replacement.resume(staging, changes).complete();
    } else {
      Replacement.resume(staging, changes).undo();
    }
    return isPublished;
  }

  /** Whether a run has published its result: it is whole, and nothing takes it away again. */
  public static boolean isPublished(Staging staging) throws IOException {
    return Replacement.isBegun(staging)
        ? Replacement.isCommitted(staging)
        : !Resources.exists(staging.file(OWNER))
            && Resources.exists(staging.published(Publication.SUCCESS));
  }

  private static void deleteAfter(Exception e, Staging staging) {
    try {
      staging.delete();
    } catch (IOException | RuntimeException more) {
      e.addSuppressed(more);
    }
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

  private void checkNoFile() throws IOException {
    if (LocalFolders.isFile(staging.output())) {
      throw new OutputFolderException(
          "output must be a folder, but is a file: "
              + staging.output()
              + "; choose another --output");
    }
  }

  /** Creates the staging folder, and so finds out whether anything can be written. */
  private void create() throws IOException {
    try {
      LocalFolders.createPrivate(staging.root());
      LocalFolders.createPrivate(staging.folder());
      Resources.write(staging.file(OWNER), RunningProcess.current().toString());
    } catch (IOException e) {
      if (WriteFailedException.isNoRoom(e)) {
        throw new WriteFailedException(staging.root().toString(), e);
      }
      throw notWritable(staging.output().toString(), WriteFailedException.reason(e), e);
    }
  }

  private void clearDeadRuns() throws IOException {
    for (String runId : Resources.subfolders(staging.root())) {
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

  private static RunningProcess owner(Staging run) throws IOException {
    ResourceId owner = run.file(OWNER);
    return RunningProcess.parse(Resources.exists(owner) ? Resources.read(owner) : "");
  }

  /** Refuses a manifest that nobody could tell the old files from, before any work is done. */
  static Set<String> publishedPaths(Staging staging) throws IOException {
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
    for (String file : RESULT_FILES) {
      if (Resources.exists(staging.published(file))) {
        throw exists(file);
      }
    }
    List<String> paths = resultPaths(staging);
    if (!paths.isEmpty()) {
      throw exists(paths.get(0));
    }
  }

  /** The files that lie where only results do, but for the manifest and {@code _SUCCESS}. */
  static List<String> resultPaths(Staging staging) throws IOException {
    List<String> paths = new ArrayList<>();
    for (String folder : RESULT_FOLDERS) {
      for (ResourceId file : Resources.list(folder(staging, folder))) {
        paths.add(folder + "/" + file.getFilename());
      }
    }
    if (Resources.exists(staging.published(REPORT))) {
      paths.add(REPORT);
    }
    return paths;
  }

  /** Refuses what is in the way of results, before any work is done. */
  private void checkPlaces() throws IOException {
    for (String folder : RESULT_FOLDERS) {
      ResourceId anyFile =
          folder(staging, folder)
              .resolve(UUID.randomUUID().toString(), StandardResolveOptions.RESOLVE_FILE);
      LocalFolders.checkInside(staging.output(), anyFile);
      LocalFolders.checkFree(staging.output(), anyFile);
    }
    for (String file : RESULT_FILES) {
      LocalFolders.checkFree(staging.output(), staging.published(file));
    }
  }

  private static ResourceId folder(Staging staging, String path) {
    ResourceId folder = staging.output();
    for (String name : path.split("/", -1)) {
      folder = folder.resolve(name, StandardResolveOptions.RESOLVE_DIRECTORY);
    }
    return folder;
  }

  private OutputFolderException exists(String path) {
    return new OutputFolderException(
        "output must be a folder without results, but there is "
            + staging.output()
            + path
            + "; give --overwrite to replace them or choose another --output");
  }
}
