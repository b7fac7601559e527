package org.spillway.data.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.spillway.data.movielens.Checksums;
import org.spillway.data.movielens.Edition;
import org.spillway.data.movielens.MovieLensFile;

/**
 * Makes an archive that looks like a MovieLens data set and is wholly made up.
 *
 * <pre>{@code
 * GeneratedArchive archive =
 *     ArchiveGenerator.of(ArchiveSize.named("small")).withSeed(7).writeTo(Path.of("small.zip"));
 * }</pre>
 *
 * <p>The zip has one root folder with {@code tags.csv}, {@code links.csv}, {@code README.txt},
 * {@code ratings.csv}, {@code movies.csv} and {@code checksums.txt} (an MD5 per CSV). CSVs are
 * UTF-8 with CRLF line ends; ratings and tags are sorted by (userId, movieId), movies and links by
 * movieId, and no user rates a movie twice.
 *
 * <p><b>Determinism:</b> the entries' bytes depend on the size and the seed alone, on every JVM.
 * The zip's own bytes depend on the JDK's zlib as well.
 *
 * <p><b>Cost:</b> two threads, one that makes rows and one that deflates them; memory by the number
 * of users and movies (some 20 MB at {@link ArchiveSize#LARGE}), not of ratings.
 *
 * <p>Immutable.
 */
public final class ArchiveGenerator {
  /** The seed where none is chosen. */
  public static final long DEFAULT_SEED = 7;

  private static final int DEFLATE_LEVEL = 4;
  private static final int MAX_PARTS = 99_999;

  private final ArchiveSize size;
  private final long seed;
  private final boolean overwrite;

  private ArchiveGenerator(ArchiveSize size, long seed, boolean overwrite) {
    this.size = size;
    this.seed = seed;
    this.overwrite = overwrite;
  }

  /** A generator of archives of that size, with {@link #DEFAULT_SEED}. */
  public static ArchiveGenerator of(ArchiveSize size) {
    return new ArchiveGenerator(size, DEFAULT_SEED, false);
  }

  /** The same with another seed; each seed gives other users, movies, ratings and tags. */
  public ArchiveGenerator withSeed(long newSeed) {
    return new ArchiveGenerator(size, newSeed, overwrite);
  }

  /** The same, but a file that exists is replaced. */
  public ArchiveGenerator overwriting() {
    return new ArchiveGenerator(size, seed, true);
  }

  /**
   * Writes the archive. It is written beside {@code path} and moved there when it is whole; if
   * anything fails, {@code path} is as it was.
   *
   * @param path the zip to write; its folder is made if need be
   * @throws java.nio.file.FileAlreadyExistsException if there is such a file and this generator
   *     isn't {@link #overwriting()}
   */
  public GeneratedArchive writeTo(Path path) throws IOException {
    return writeTo(path, UserRange.all(size.users()));
  }

  /**
   * Writes the archive in parts, cut by user: put together in their order, the rows of ratings and
   * tags are those of the whole, and each part has all movies and links.
   *
   * @param path {@code small.zip} stands for {@code small-00000-of-00003.zip} and so on
   * @param parts from 1 to the number of users, and to 99,999
   * @return the parts, in order
   * @throws java.nio.file.FileAlreadyExistsException as {@link #writeTo}, once parts before that
   *     one are written
   */
  public List<GeneratedArchive> writePartsTo(Path path, int parts) throws IOException {
    int most = Math.min(size.users(), MAX_PARTS);
    if (parts < 1 || parts > most) {
      throw new IllegalArgumentException("parts must be from 1 to " + most + ", but was: " + parts);
    }
    List<GeneratedArchive> written = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      written.add(writeTo(partPath(path, part, parts), UserRange.part(size.users(), part, parts)));
    }
    return written;
  }

  private static Path partPath(Path path, int part, int parts) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    int end = dot > 0 ? dot : name.length();
    return path.resolveSibling(
        String.format(
            Locale.ROOT,
            "%s-%05d-of-%05d%s",
            name.substring(0, end),
            part,
            parts,
            name.substring(end)));
  }

  private GeneratedArchive writeTo(Path path, UserRange users) throws IOException {
    List<GeneratedEntry> entries = new ArrayList<>();
    AtomicFile.write(path, overwrite, out -> writeEntries(out, entries, users));
    return new GeneratedArchive(path, rootFolder(), entries, Files.size(path));
  }

  private String rootFolder() {
    return Edition.GENERATED.label() + "-" + size.name() + "-" + seed + "/";
  }

  private void writeEntries(OutputStream out, List<GeneratedEntry> entries, UserRange users)
      throws IOException {
    MovieCatalog catalog = MovieCatalog.of(size, seed);
    try (ZipPipe zip = new ZipPipe(out, DEFLATE_LEVEL)) {
      zip.directory(rootFolder());
      entries.add(
          write(
              zip,
              MovieLensFile.TAGS,
              entry -> new TagsCsv(size, catalog, seed).writeTo(entry, users)));
      entries.add(write(zip, MovieLensFile.LINKS, new LinksCsv(catalog, seed)::writeTo));
      write(zip, "README.txt", entry -> ReadmeText.writeTo(entry, size, seed));
      entries.add(
          write(
              zip,
              MovieLensFile.RATINGS,
              entry -> new RatingsCsv(size, catalog, seed).writeTo(entry, users)));
      entries.add(write(zip, MovieLensFile.MOVIES, new MoviesCsv(catalog, seed)::writeTo));
      write(zip, Checksums.FILE_NAME, entry -> writeChecksums(entry, entries));
    }
  }

  private GeneratedEntry write(ZipPipe zip, MovieLensFile file, Content content)
      throws IOException {
    return write(zip, file.fileName(), content);
  }

  private GeneratedEntry write(ZipPipe zip, String name, Content content) throws IOException {
    EntryWriter entry = zip.open(rootFolder(), name);
    try (entry) {
      content.writeTo(entry);
    }
    return entry.summary();
  }

  /** In md5sum's format and by name, as ml-32m's. */
  private static void writeChecksums(EntryWriter out, List<GeneratedEntry> entries)
      throws IOException {
    List<GeneratedEntry> byName =
        entries.stream().sorted(Comparator.comparing(GeneratedEntry::name)).toList();
    for (GeneratedEntry entry : byName) {
      out.text(entry.md5() + "  " + entry.name() + "\n");
    }
  }

  private interface Content {
    void writeTo(EntryWriter out) throws IOException;
  }
}
