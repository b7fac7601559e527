package org.spillway.data.movielens;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which edition an archive is, and how that was found out. Nothing is read but the archive's table
 * of entries and its {@code checksums.txt}: whether the files match these checksums is for the
 * reader of the files to say.
 *
 * @param edition the edition, {@link Edition#UNKNOWN} if there is no clue
 * @param clue what it was recognised by, the strongest there is
 */
public record Recognition(Edition edition, Clue clue) {
  /** What an edition can be recognised by, the strongest first. */
  public enum Clue {
    /** {@code checksums.txt} lists the published MD5s: certain, if the files match them. */
    CHECKSUMS,
    /** All files whose size is known have it: nearly certain. */
    SIZES,
    /** The root folder has the edition's name, and the checksums are no others: a guess. */
    FOLDER,
    /** Nothing. */
    NONE
  }

  /**
   * Recognises an archive.
   *
   * @param rootFolder the folder that the CSVs lie in, with or without a slash at its end; empty if
   *     they lie at the zip's root
   * @param sizes uncompressed bytes of the CSVs there are
   * @param checksums what {@code checksums.txt} lists, or null if there is none
   */
  public static Recognition of(
      String rootFolder, Map<MovieLensFile, Long> sizes, @Nullable Checksums checksums) {
    return find(Clue.CHECKSUMS, edition -> matches(edition, checksums))
        .or(() -> find(Clue.SIZES, edition -> matches(edition, sizes, checksums)))
        .or(() -> find(Clue.FOLDER, edition -> matches(edition, rootFolder, checksums)))
        .orElse(new Recognition(Edition.UNKNOWN, Clue.NONE));
  }

  private static Optional<Recognition> find(Clue clue, Predicate<Edition> matches) {
    return Arrays.stream(Edition.values())
        .filter(matches)
        .findFirst()
        .map(edition -> new Recognition(edition, clue));
  }

  private static boolean matches(Edition edition, @Nullable Checksums checksums) {
    return checksums != null
        && !edition.checksums().isEmpty()
        && edition.checksums().entrySet().stream()
            .allMatch(known -> checksums.of(known.getKey()).equals(Optional.of(known.getValue())));
  }

  private static boolean matches(
      Edition edition, Map<MovieLensFile, Long> sizes, @Nullable Checksums checksums) {
    return !edition.sizes().isEmpty()
        && sizes.entrySet().containsAll(edition.sizes().entrySet())
        && !isContradicted(edition, checksums);
  }

  private static boolean matches(
      Edition edition, String rootFolder, @Nullable Checksums checksums) {
    String folder =
        rootFolder.endsWith("/") ? rootFolder.substring(0, rootFolder.length() - 1) : rootFolder;
    boolean named =
        edition == Edition.GENERATED
            ? folder.startsWith(edition.label() + "-")
            : edition != Edition.UNKNOWN && folder.equals(edition.label());
    return named && !isContradicted(edition, checksums);
  }

  /** Checksums other than the published ones are of another data set, whatever its name. */
  private static boolean isContradicted(Edition edition, @Nullable Checksums checksums) {
    return checksums != null && !edition.checksums().isEmpty() && !matches(edition, checksums);
  }
}
