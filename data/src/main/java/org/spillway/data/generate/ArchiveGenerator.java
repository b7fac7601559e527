package org.spillway.data.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    List<GeneratedEntry> entries = new ArrayList<>();
    AtomicFile.write(path, overwrite, out -> writeEntries(out, entries));
    return new GeneratedArchive(path, rootFolder(), entries, Files.size(path));
  }

  private String rootFolder() {
    return Edition.GENERATED.label() + "-" + size.name() + "-" + seed + "/";
  }

  private void writeEntries(OutputStream out, List<GeneratedEntry> entries) throws IOException {
    MovieCatalog catalog = MovieCatalog.of(size, seed);
    try (ZipPipe zip = new ZipPipe(out, DEFLATE_LEVEL)) {
      zip.directory(rootFolder());
      entries.add(write(zip, MovieLensFile.TAGS, new TagsCsv(size, catalog, seed)::writeTo));
      entries.add(write(zip, MovieLensFile.LINKS, new LinksCsv(catalog, seed)::writeTo));
      write(zip, "README.txt", entry -> ReadmeText.writeTo(entry, size, seed));
      entries.add(write(zip, MovieLensFile.RATINGS, new RatingsCsv(size, catalog, seed)::writeTo));
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
