package org.spillway.data.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.spillway.data.movielens.Checksums;
import org.spillway.data.movielens.MovieLensFile;

/**
 * The same data set in other zips: each method reads a MovieLens archive and writes a variant of it
 * that must be understood alike. Where the archive has a {@code checksums.txt}, the variant's is
 * brought up to date. Archives are held in memory: meant for small ones.
 */
public final class ArchiveVariants {
  private static final String RATINGS = MovieLensFile.RATINGS.fileName();

  /** By name, the order of {@code checksums.txt}. */
  private static final List<String> CSVS =
      Arrays.stream(MovieLensFile.values()).map(MovieLensFile::fileName).sorted().toList();

  private ArchiveVariants() {}

  /** All CSVs with LF line ends. */
  public static Path withLf(Path source, Path target) throws IOException {
    return vary(source, target, zip -> changeCsvs(zip, FixtureEntry::withLf));
  }

  /** All CSVs with a byte order mark. */
  public static Path withBom(Path source, Path target) throws IOException {
    return vary(source, target, zip -> changeCsvs(zip, FixtureEntry::withBom));
  }

  /** All CSVs without a line end on their last line. */
  public static Path withoutLastLineEnd(Path source, Path target) throws IOException {
    return vary(source, target, zip -> changeCsvs(zip, FixtureEntry::withoutLastLineEnd));
  }

  /** No folder: all entries at the zip's root. */
  public static Path atRoot(Path source, Path target) throws IOException {
    return vary(source, target, ZipFixture::atRoot);
  }

  /** {@code ratings.csv} stored instead of deflated. */
  public static Path withStoredRatings(Path source, Path target) throws IOException {
    return vary(source, target, zip -> zip.change(RATINGS, FixtureEntry::stored));
  }

  /** The rows of {@code ratings.csv} in another order, chosen by {@code seed}. */
  public static Path withShuffledRatings(Path source, Path target, long seed) throws IOException {
    return vary(source, target, zip -> zip.change(RATINGS, e -> e.withShuffledRows(seed)));
  }

  private static Path vary(Path source, Path target, UnaryOperator<ZipFixture> change)
      throws IOException {
    ZipFixture varied = change.apply(ZipFixture.read(source));
    return varied.change(Checksums.FILE_NAME, entry -> updated(entry, varied)).writeTo(target);
  }

  private static ZipFixture changeCsvs(ZipFixture zip, UnaryOperator<FixtureEntry> change) {
    ZipFixture changed = zip;
    for (String csv : CSVS) {
      changed = changed.change(csv, change);
    }
    return changed;
  }

  private static FixtureEntry updated(FixtureEntry checksums, ZipFixture zip) {
    StringBuilder lines = new StringBuilder();
    for (String csv : CSVS) {
      lines.append(md5(zip.entry(csv).bytes())).append("  ").append(csv).append('\n');
    }
    return FixtureEntry.of(checksums.name(), lines.toString());
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
