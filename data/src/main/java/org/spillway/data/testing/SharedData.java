package org.spillway.data.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds real data sets, which the repository does not hold: their licence forbids it. A test that
 * needs one is skipped where it is absent:
 *
 * <pre>{@code
 * Optional<Path> zip = SharedData.find("data/ml-latest-small.zip");
 * assumeTrue(zip.isPresent(), SharedData.WHERE);
 * }</pre>
 *
 * <p>They are looked for in the folder that the system property {@code spillway.shared} names, else
 * the environment variable {@code SPILLWAY_SHARED}, else in {@code shared} beside the repository.
 */
public final class SharedData {
  /** What to say when a test is skipped. */
  public static final String WHERE =
      "needs real data: name its folder by -Dspillway.shared or SPILLWAY_SHARED";

  private static final String PROPERTY = "spillway.shared";
  private static final String VARIABLE = "SPILLWAY_SHARED";

  /** Only the repository's root has this folder. */
  private static final String ROOT_MARK = ".mvn";

  private SharedData() {}

  /**
   * A file or folder of the shared data, if it is there.
   *
   * @param relative its path, with slashes, say {@code data/ml-latest-small.zip}
   */
  public static Optional<Path> find(String relative) {
    return folder(
            System.getProperty(PROPERTY), System.getenv(VARIABLE), Path.of("").toAbsolutePath())
        .map(folder -> folder.resolve(relative))
        .filter(Files::exists);
  }

  static Optional<Path> folder(
      @Nullable String property, @Nullable String variable, Path workingFolder) {
    if (property != null && !property.isBlank()) {
      return Optional.of(Path.of(property));
    }
    if (variable != null && !variable.isBlank()) {
      return Optional.of(Path.of(variable));
    }
    for (Path folder = workingFolder; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(ROOT_MARK))) {
        return Optional.of(folder.resolveSibling("shared"));
      }
    }
    return Optional.empty();
  }
}
