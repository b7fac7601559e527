package org.spillway.transforms.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The files that writers have staged. */
final class StagedFiles {
  private static final int PREFIX = new UUID(0, 0).toString().length() + "-".length();

  private StagedFiles() {}

  /** The staged files by the names that they are to be published under, without folders. */
  static Map<String, Path> of(Staging staging) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> staged = Files.list(Path.of(staging.folder().toString()))) {
      for (Path file : (Iterable<Path>) staged::iterator) {
        String name = file.getFileName().toString().substring(PREFIX);
        if (files.put(name, file) != null) {
          throw new IllegalStateException(name + " was staged twice");
        }
      }
    }
    return files;
  }
}
