package org.spillway.transforms.write;

import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Where a run's files are while it lasts, and where they go when it ends well: names only, no file
 * is touched. A run stages under {@code <output>/.spillway-staging/<runId>/}, so that publishing is
 * a rename on the same file system.
 *
 * <p>Immutable and serializable: launchers make one ({@link OutputFolder#begin}), workers use it.
 */
public final class Staging implements Serializable {

  /** The folder in the output folder that has a folder for each run that is not yet published. */
  public static final String FOLDER = ".spillway-staging";

  private static final long serialVersionUID = 1;
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern GLOB = Pattern.compile(".*[*?\\[\\]{}].*");
  private static final Pattern LOCAL_URI = Pattern.compile("file:(//)?(?=/)");

  private final String output;
  private final String runId;

  private Staging(String output, String runId) {
    this.output = output;
    this.runId = runId;
  }

  /**
   * The staging of a run.
   *
   * @param output a folder on any file system that Beam knows: a path, {@code gs://bucket/folder}
   * @param runId letters, digits, - and _; no other run into this folder may have the same
   */
  public static Staging of(String output, String runId) {
    if (output.isBlank()) {
      throw new IllegalArgumentException("output must name a folder, but was empty");
    }
    if (GLOB.matcher(output).matches()) {
      throw new IllegalArgumentException(
          "output must not contain any of * ? [ ] { }, but was: " + output);
    }
    if (!RUN_ID.matcher(runId).matches()) {
      throw new IllegalArgumentException(
          "runId must be 1 to 64 letters, digits, - or _, but was: " + runId);
    }
    String local = LOCAL_URI.matcher(output).replaceFirst("");
    return new Staging(FileSystems.matchNewResource(local, true).toString(), runId);
  }

  /** The staging of a run with a new random id. */
  static Staging ofNewRun(String output) {
    return of(output, UUID.randomUUID().toString());
  }

  /** The staging of another run into the same folder. */
  Staging ofRun(String otherRunId) {
    return new Staging(output, otherRunId);
  }

  /** The output folder, absolute. */
  public ResourceId output() {
    return FileSystems.matchNewResource(output, true);
  }

  /** The id of the run. */
  public String runId() {
    return runId;
  }

  /**
   * Where a file is to be in the end.
   *
   * @param path relative to the output folder, with {@code /} between names
   */
  public ResourceId published(String path) {
    ResourceId folder = output();
    String[] names = checkedPath(path).split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      folder = folder.resolve(names[i], StandardResolveOptions.RESOLVE_DIRECTORY);
    }
    return folder.resolve(names[names.length - 1], StandardResolveOptions.RESOLVE_FILE);
  }

  /** The folder of this run's files until they are published. */
  public ResourceId folder() {
    return root().resolve(runId, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  /** The folder with every unpublished run's folder. */
  ResourceId root() {
    return output().resolve(FOLDER, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  /** A file of this run's own with a fixed name. */
  ResourceId file(String name) {
    return folder().resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  /**
   * A new name for a file that is to be published at {@code path}. It differs from call to call, so
   * that a bundle that is tried again, or tried twice at once, never writes into another's file.
   */
  ResourceId newFile(String path) {
    String name = checkedPath(path).substring(path.lastIndexOf('/') + 1);
    return file(UUID.randomUUID() + "-" + name);
  }

  /** Deletes the staged files. */
  void delete() throws IOException {
    Resources.deleteFolder(folder());
    LocalFolders.deleteIfEmpty(root());
  }

  /** Refuses what is not plainly below the output folder, as a manifest that was tampered with. */
  static String checkedPath(String path) {
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..") || !isPlain(name)) {
        throw new IllegalArgumentException(
            "the path of an output must be plain names with / between them, but was: " + path);
      }
    }
    return path;
  }

  private static boolean isPlain(String name) {
    return name.chars()
        .noneMatch(c -> c < ' ' || c == '\\' || c == ':' || "*?[]{}".indexOf(c) >= 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Staging that && output.equals(that.output) && runId.equals(that.runId);
  }

  @Override
  public int hashCode() {
    return 31 * output.hashCode() + runId.hashCode();
  }

  @Override
  public String toString() {
    return folder().toString();
  }
}
