package org.spillway.data.generate;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.spillway.data.movielens.MovieLensFile;

/**
 * Writes {@code tags.csv}: few users tag, and a few of these tag most; by userId, then movieId.
 * Memory: a long per tag of one user.
 */
final class TagsCsv {
  private static final double TAGGERS = 0.08;
  private static final double ODD_SHARE = 0.0001;
  private static final double CAPITALISED = 0.08;
  private static final double SAME_MOVIE_AGAIN = 0.45;
  private static final int TAG_BITS = 24;

  /** Every archive has each of these, if it has enough rows. */
  private static final String[] ODD = {
    "NA",
    " slow burn ",
    "Café",
    "good, bad and worse",
    "so-called \"classic\"",
    "\u00A0dreamlike\u00A0",
    "déjà vu",
    "watch again!",
    "FUNNY",
    "ночь",
    "\uD83C\uDFAC",
    "1980s",
    "\"quoted\""
  };

  private static final int ODD_STEP = 5;

  private static final Curve TAGS_PER_TAGGER =
      Curve.geometric(
          0, 1, 0.25, 2, 0.5, 4, 0.75, 18, 0.9, 150, 0.97, 600, 0.995, 3_000, 0.9995, 20_000, 1,
          100_000);

  private final ArchiveSize size;
  private final MovieCatalog catalog;
  private final long seed;
  private final TagVocabulary vocabulary;

  /** The number of the next row among those of all users. */
  private int rows;

  TagsCsv(ArchiveSize size, MovieCatalog catalog, long seed) {
    this.size = size;
    this.catalog = catalog;
    this.seed = seed;
    vocabulary = new TagVocabulary(size.tags());
  }

  /** Writes the rows of these users, as a file of all users has them. */
  void writeTo(EntryWriter out, UserRange users) throws IOException {
    out.text(MovieLensFile.TAGS.header()).endRow();
    int[] taggers = taggers();
    int[] counts =
        LongTail.divide(
            TAGS_PER_TAGGER,
            taggers.length,
            size.tags(),
            Math.min(1, size.tags() / Math.max(1, taggers.length)),
            size.tags(),
            RandomStream.of(seed, "tags per user"));
    for (int i = 0; i < taggers.length; i++) {
      if (users.has(taggers[i])) {
        writeUser(out, taggers[i], counts[i]);
      } else {
        rows += counts[i];
      }
    }
  }

  /** The users that tag, ascending; not more of them than there are tags. */
  private int[] taggers() {
    int count = Math.min(size.tags(), Math.max(1, (int) (size.users() * TAGGERS)));
    int[] users = new int[size.users()];
    Arrays.setAll(users, user -> user);
    RandomStream.of(seed, "taggers").shuffle(users);
    int[] taggers = Arrays.copyOf(users, count);
    Arrays.sort(taggers);
    return taggers;
  }

  private void writeUser(EntryWriter out, int user, int count) throws IOException {
    RandomStream random = RandomStream.of(seed, "tags", user);
    long opened = Math.max(Calendar.TAGS_SINCE, Calendar.joined(random.nextDouble()));
    long span = Math.min(Calendar.CLOSED - opened, 30L * count * random.between(1, 5_000));
    for (long movieAndTag : movieAndTags(count, random)) {
      int movie = (int) (movieAndTag >>> TAG_BITS);
      int tag = (int) (movieAndTag & ((1 << TAG_BITS) - 1));
      out.number(user + 1).ascii(',').number(catalog.id(movie)).ascii(',');
      out.cell(text(tag, random)).ascii(',');
      out.number(opened + (long) (span * random.nextDouble())).endRow();
      rows++;
    }
  }

  /** Distinct pairs in ascending order: the movie's index above, the tag's rank below. */
  private long[] movieAndTags(int count, RandomStream random) {
    long[] pairs = new long[count];
    int filled = 0;
    long movie = catalog.choose(random);
    while (filled < count) {
      for (int i = filled; i < count; i++) {
        if (!random.chance(SAME_MOVIE_AGAIN)) {
          movie = catalog.choose(random);
        }
        pairs[i] = (movie << TAG_BITS) | vocabulary.draw(random);
      }
      Arrays.sort(pairs);
      filled = distinct(pairs);
    }
    return pairs;
  }

  /** Moves the distinct ones of sorted values to the front and returns how many there are. */
  private static int distinct(long[] sorted) {
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    return distinct;
  }

  private String text(int tag, RandomStream random) {
    if (rows % ODD_STEP == 0 && rows / ODD_STEP < ODD.length) {
      return ODD[rows / ODD_STEP];
    }
    if (random.chance(ODD_SHARE)) {
      return random.pick(ODD);
    }
    String text = vocabulary.text(tag);
    return random.chance(CAPITALISED)
        ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
        : text;
  }
}
