package org.spillway.transforms.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Makes so many changes to files, one by one, and breaks off at the next as if it were killed. */
final class BrokenOffChanges extends FileChanges {
  private int left;

  BrokenOffChanges(int changes) {
    left = changes;
  }

  @Override
  void write(ResourceId file, String content) throws IOException {
    if (left == 0) {
      Files.writeString(Path.of(file + ".part"), content.substring(0, content.length() / 2));
    }
    change();
    super.write(file, content);
  }

  @Override
  void rename(List<ResourceId> from, List<ResourceId> to) throws IOException {
    for (int i = 0; i < from.size(); i++) {
      change();
      super.rename(from.subList(i, i + 1), to.subList(i, i + 1));
    }
  }

  @Override
  void delete(List<ResourceId> files) throws IOException {
    for (ResourceId file : files) {
      change();
      super.delete(List.of(file));
    }
  }

  private void change() {
    if (left-- == 0) {
      throw new BrokenOff();
    }
  }

  /** What breaks off. */
  static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
