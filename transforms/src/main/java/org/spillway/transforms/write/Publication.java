package org.spillway.transforms.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.spillway.schemas.OutputFile;

/**
 * Moves a run's staged files to their places. An earlier result stays whole until every new file is
 * known to be staged. From then on there is no {@code _SUCCESS} until all is done, and the staging
 * folder has a journal, the manifest of what is being published: with it the step can be repeated
 * from any point where it broke off, and the next run's {@link OutputFolder#begin} can undo it.
 */
final class Publication {

  /** The empty file that is there if and only if the result is whole. */
  static final String SUCCESS = "_SUCCESS";

  /** In the staging folder: the manifest of what is being published. */
  static final String JOURNAL = "publishing.json";

  private final Staging staging;
  private final Manifest manifest;
  private final List<OutputFile> files;

  /** Publishes these files with the manifest that lists them. */
  Publication(Staging staging, Manifest manifest, List<OutputFile> files) {
    this.staging = staging;
    this.manifest = manifest;
    this.files = List.copyOf(files);
  }

  /**
   * Publishes. A second call does what the first left undone, if anything.
   *
   * @throws IOException if a staged file is missing or is not as it was written, or a move fails
   */
  void run() throws IOException {
    String json = manifest.toJson();
    ResourceId published = staging.published(Manifest.FILE);
    ResourceId success = staging.published(SUCCESS);
    ResourceId journal = staging.file(JOURNAL);
    if (!Resources.exists(journal)) {
      if (isDone(json, published, success)) {
        return;
      }
      checkStaged();
      Resources.write(journal, json);
    }
    Resources.delete(List.of(success));
    moveAll();
    deleteOld(published);
    ResourceId staged = staging.file(Manifest.FILE);
    Resources.write(staged, json);
    FileSystems.rename(List.of(staged), List.of(published));
    FileSystems.create(success, "application/octet-stream").close();
    staging.delete();
  }

  /** Whether an earlier call got to its end: the journal is gone, and so are the staged files. */
  private boolean isDone(String json, ResourceId published, ResourceId success) throws IOException {
    return Resources.exists(success)
        && Resources.exists(published)
        && Resources.read(published).equals(json)
        && Resources.sizes(stagedFiles()).stream().allMatch(size -> size == Resources.MISSING);
  }

  private void checkStaged() throws IOException {
    List<Long> sizes = Resources.sizes(stagedFiles());
    for (int i = 0; i < files.size(); i++) {
      LocalFolders.checkInside(staging.output(), staging.published(files.get(i).path()));
      check(files.get(i), files.get(i).stagedAt(), sizes.get(i));
    }
  }

  private void moveAll() throws IOException {
    List<Long> sizes = Resources.sizes(stagedFiles());
    List<ResourceId> from = new ArrayList<>();
    List<ResourceId> to = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (sizes.get(i) != Resources.MISSING) {
        from.add(Resources.file(files.get(i).stagedAt()));
        to.add(staging.published(files.get(i).path()));
      }
    }
    FileSystems.rename(from, to);
    List<ResourceId> published =
        files.stream().map(file -> staging.published(file.path())).toList();
    List<Long> publishedSizes = Resources.sizes(published);
    for (int i = 0; i < files.size(); i++) {
      check(files.get(i), published.get(i).toString(), publishedSizes.get(i));
    }
  }

  /** Deletes what the earlier result has and this one has not, such as the rest of its shards. */
  private void deleteOld(ResourceId earlier) throws IOException {
    if (Resources.exists(earlier)) {
      Set<String> current = new HashSet<>();
      files.forEach(file -> current.add(file.path()));
      List<ResourceId> old = new ArrayList<>();
      for (PublishedFile file : Manifest.fromJson(Resources.read(earlier)).outputs()) {
        if (!current.contains(file.path())) {
          ResourceId resource = staging.published(file.path());
          LocalFolders.checkInside(staging.output(), resource);
          old.add(resource);
        }
      }
      Resources.delete(old);
    }
  }

  private List<ResourceId> stagedFiles() {
    return files.stream().map(file -> Resources.file(file.stagedAt())).toList();
  }

  private static void check(OutputFile file, String place, long size) throws IOException {
    if (size != file.bytes()) {
      throw new IOException(
          "expected "
              + file.bytes()
              + " bytes of "
              + file.path()
              + " at "
              + place
              + ", but found "
              + (size == Resources.MISSING ? "no file" : size + " bytes"));
    }
  }
}
