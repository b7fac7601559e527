package org.spillway.transforms.write;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Every change that a publication makes to files, so that a test can break it off at each. */
class FileChanges {

  /** Writes a small file, in full or not at all. */
  void write(ResourceId file, String content) throws IOException {
    Resources.write(file, content);
  }

  /** Moves files, in this order where the file system has one; what is in the way is replaced. */
  void rename(List<ResourceId> from, List<ResourceId> to) throws IOException {
    if (!from.isEmpty()) {
      try {
        FileSystems.rename(from, to);
      } catch (FileSystemException e) {
        throw new WriteFailedException(
            Objects.requireNonNullElse(e.getOtherFile(), e.getFile()), e);
      }
    }
  }

  /** Deletes those of the files that exist. */
  void delete(List<ResourceId> files) throws IOException {
    Resources.delete(files);
  }
}
