package org.spillway.transforms.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether two published results, A and B, are the same, by what their manifests say of each file.
 *
 * @param data how many files of data there are in A or in B
 * @param differences the files that differ or that only one result has, by path
 */
public record ResultComparison(int data, List<Difference> differences) {

  /** How two results can differ in a file. */
  public enum Kind {
    /** Both have it, with another content. */
    DIFFERS,
    /** Only the first has it. */
    ONLY_IN_A,
    /** Only the second has it. */
    ONLY_IN_B
  }

  /**
   * A file that is not the same in both.
   *
   * @param path relative to the output folder
   */
  public record Difference(Kind kind, String path) {

    /** Whether the file is data, which must be the same wherever the same work is done. */
    public boolean isOfData() {
      return OutputDigests.isData(path);
    }
  }

  /** Copies the list. */
  public ResultComparison {
    differences = List.copyOf(differences);
  }

  /** Compares the files of two results. */
  public static ResultComparison of(Manifest a, Manifest b) {
    Map<String, PublishedFile> filesOfA = byPath(a);
    Map<String, PublishedFile> filesOfB = byPath(b);
    TreeSet<String> paths = new TreeSet<>(filesOfA.keySet());
    paths.addAll(filesOfB.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String path : paths) {
      @Nullable Kind kind = kind(filesOfA.get(path), filesOfB.get(path));
      if (kind != null) {
        differences.add(new Difference(kind, path));
      }
    }
    return new ResultComparison(
        (int) paths.stream().filter(OutputDigests::isData).count(), differences);
  }

  /** The differences of data. */
  public List<Difference> ofData() {
    return differences.stream().filter(Difference::isOfData).toList();
  }

  /** The differences of figures and page, which other fonts or another JVM bring about. */
  public List<Difference> ofFigures() {
    return differences.stream().filter(difference -> !difference.isOfData()).toList();
  }

  private static Map<String, PublishedFile> byPath(Manifest manifest) {
    return manifest.outputs().stream()
        .collect(
            Collectors.toMap(
                PublishedFile::path, Function.identity(), (one, other) -> one, TreeMap::new));
  }

  private static @Nullable Kind kind(@Nullable PublishedFile a, @Nullable PublishedFile b) {
    if (a == null) {
      return Kind.ONLY_IN_B;
    }
    if (b == null) {
      return Kind.ONLY_IN_A;
    }
    return a.sha256().equals(b.sha256()) ? null : Kind.DIFFERS;
  }
}
