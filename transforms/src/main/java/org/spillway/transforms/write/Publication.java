package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.OutputFile;
import org.spillway.transforms.write.ReplacementJournal.Step;

/**
 * Publishes a run's staged files with the manifest that lists them. The manifest and {@code
 * _SUCCESS} are staged as well, so once everything is known to be on the disk a {@link Replacement}
 * is all that is left to do. An earlier result stays as it was until then. The step can be repeated
 * from any point where it broke off, and the next run's {@link OutputFolder#begin} can undo it.
 */
final class Publication {

  /** The empty file that is there if and only if the result is whole. */
  static final String SUCCESS = "_SUCCESS";

  private final Staging staging;
  private final Manifest manifest;
  private final List<OutputFile> files;
  private final FileChanges changes;

  /** Publishes these files with the manifest that lists them. */
  Publication(Staging staging, Manifest manifest, List<OutputFile> files) {
    this(staging, manifest, files, new FileChanges());
  }

  Publication(Staging staging, Manifest manifest, List<OutputFile> files, FileChanges changes) {
    this.staging = staging;
    this.manifest = manifest;
    this.files = List.copyOf(files);
    this.changes = changes;
  }

  /**
   * Publishes. A second call does what the first left undone, if anything.
   *
   * @throws IOException if a staged file is missing or is not as it was written, or a move fails
   */
  void run() throws IOException {
    if (Replacement.isBegun(staging)) {
      Replacement.resume(staging, changes).complete();
    } else if (!isDone()) {
      checkStaged();
      changes.write(staging.file(Manifest.FILE), manifest.toJson());
      changes.write(staging.file(SUCCESS), "");
      Replacement.begin(staging, journal(), changes).complete();
    }
  }

  /** Whether an earlier call got to its end: the journal is gone, and so are the staged files. */
  private boolean isDone() throws IOException {
    ResourceId published = staging.published(Manifest.FILE);
    return Resources.exists(staging.published(SUCCESS))
        && Resources.exists(published)
        && Resources.sizes(stagedFiles()).stream().allMatch(size -> size == Resources.MISSING)
        && Resources.read(published).equals(manifest.toJson());
  }

  private void checkStaged() throws IOException {
    List<ResourceId> staged = stagedFiles();
    List<Long> sizes = Resources.sizes(staged);
    for (int i = 0; i < files.size(); i++) {
      check(files.get(i).path(), files.get(i).bytes(), staged.get(i), sizes.get(i));
      if (!staged.get(i).equals(staging.file(staged.get(i).getFilename()))) {
        throw new IOException(files.get(i).path() + " must be staged in " + staging);
      }
    }
  }

  /** The new files, and what the earlier result has and this one has not, such as more shards. */
  private ReplacementJournal journal() throws IOException {
    Map<String, @Nullable OutputFile> paths = new LinkedHashMap<>();
    for (String path : OutputFolder.publishedPaths(staging)) {
      paths.put(path, null);
    }
    for (OutputFile file : files) {
      paths.put(file.path(), file);
    }
    List<Step> steps = new ArrayList<>();
    List<String> places = new ArrayList<>(paths.keySet());
    places.add(Manifest.FILE);
    places.add(SUCCESS);
    List<Long> earlier = Resources.sizes(places.stream().map(staging::published).toList());
    for (int i = 0; i < places.size(); i++) {
      String path = places.get(i);
      String aside = earlier.get(i) == Resources.MISSING ? null : "earlier-" + i;
      OutputFile file = paths.get(path);
      if (file != null) {
        String name = Resources.file(file.stagedAt()).getFilename();
        steps.add(new Step(path, name, file.bytes(), aside));
      } else if (path.equals(Manifest.FILE)) {
        long bytes = manifest.toJson().getBytes(UTF_8).length;
        steps.add(new Step(path, path, bytes, aside));
      } else if (path.equals(SUCCESS)) {
        steps.add(new Step(path, path, 0, aside));
      } else if (aside != null) {
        steps.add(new Step(path, null, 0, aside));
      }
    }
    return new ReplacementJournal(steps);
  }

  private List<ResourceId> stagedFiles() {
    return files.stream().map(file -> Resources.file(file.stagedAt())).toList();
  }

  /**
   * Refuses a file that is not as it was written.
   *
   * @param size in bytes, or {@link Resources#MISSING}
   */
  static void check(String path, long bytes, ResourceId place, long size) throws IOException {
    if (size != bytes) {
      throw new IOException(
          "expected "
              + bytes
              + " bytes of "
              + path
              + " at "
              + place
              + ", but found "
              + (size == Resources.MISSING ? "no file" : size + " bytes"));
    }
  }
}
