package org.spillway.pipelines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spillway.transforms.digest.Digests;
import org.spillway.transforms.write.Staging;

/** All that is in an output folder but the log, hidden and empty folders too. */
final class PublishedTree {

  private PublishedTree() {}

  /** The SHA-256 of each file, and an empty text for each folder, by path. */
  static Map<String, String> of(Path output) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    if (Files.exists(output)) {
      try (Stream<Path> paths = Files.walk(output)) {
        for (Path path : (Iterable<Path>) paths::iterator) {
          String name = output.relativize(path).toString();
          if (Files.isDirectory(path)) {
            tree.put(name + "/", "");
          } else if (!name.equals(RunLog.FILE)) {
            tree.put(
                name, HexFormat.of().formatHex(Digests.sha256().digest(Files.readAllBytes(path))));
          }
        }
      }
      tree.remove("/");
    }
    return tree;
  }

  /** Only what a reader of results looks at: the files outside of the staging folder. */
  static Map<String, String> visible(Map<String, String> tree) {
    Map<String, String> visible = new TreeMap<>(tree);
    visible.keySet().removeIf(path -> path.endsWith("/") || path.startsWith(Staging.FOLDER));
    return visible;
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }
}
