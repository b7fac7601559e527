package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.spillway.transforms.digest.Digests;

/**
 * Two numbers for all files of a result. The data is the same wherever the same input and
 * parameters are run; figures and page are drawn, so other fonts or another JVM may change them.
 *
 * <p>A digest is the SHA-256 of a line for each file (its SHA-256, two spaces, its path, LF), in
 * the order of the paths' bytes in UTF-8: what {@code sha256sum} prints of the files.
 *
 * @param data over {@code processed/}, {@code writeup/tables/} and {@code rejected/}
 * @param figures over all other files: {@code writeup/figures/} and {@code report.html}
 */
public record OutputDigests(String data, String figures) {
  private static final List<String> DATA = List.of("processed/", "writeup/tables/", "rejected/");
  private static final Comparator<PublishedFile> BY_PATH =
      Comparator.comparing(file -> file.path().getBytes(UTF_8), Arrays::compareUnsigned);

  /** The digests of these files, in any order. */
  public static OutputDigests of(List<PublishedFile> files) {
    return new OutputDigests(
        digest(files, OutputDigests::isData), digest(files, path -> !isData(path)));
  }

  /** Whether a path is data's, which no machine may change. */
  public static boolean isData(String path) {
    return DATA.stream().anyMatch(path::startsWith);
  }

  private static String digest(List<PublishedFile> files, Predicate<String> isCovered) {
    MessageDigest digest = Digests.sha256();
    files.stream()
        .filter(file -> isCovered.test(file.path()))
        .sorted(BY_PATH)
        .map(file -> file.sha256() + "  " + file.path() + "\n")
        .forEach(line -> digest.update(line.getBytes(UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
