package org.spillway.transforms.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in a folder and the folders in it. */
final class FileTree {

  private FileTree() {}

  /** The text of each file, which may be bytes of any kind, by its path in the folder. */
  static Map<String, String> of(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        files.put(
            folder.relativize(path).toString(),
            new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  /** Writes a file, and the folders that it needs. */
  static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
