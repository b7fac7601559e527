package org.spillway.data.generate;

import java.io.IOException;
import java.util.BitSet;
import org.spillway.data.movielens.MovieLensFile;

/**
 * Writes {@code ratings.csv}, user after user, each user's ratings by movieId. Memory: a bit per
 * movie, an int or two per user; no rating is kept.
 */
final class RatingsCsv {
  private static final String STREAM = "ratings";

  /** Ratings per user of ml-32m, by the position among the users. */
  private static final Curve HISTORIES =
      Curve.geometric(
          0, 20, 0.1, 24, 0.25, 36, 0.5, 70, 0.75, 162, 0.9, 339, 0.95, 545, 0.99, 1_200, 0.999,
          3_000, 0.9999, 6_700, 0.9999975, 30_000, 1, 33_000);

  private final MovieCatalog catalog;
  private final long seed;
  private final int[] histories;
  private final int[] choosable;
  private final FirstRatings firstRatings;
  private final RatingModel model;
  private final UserTimeline timeline;
  private final BitSet rated;

  RatingsCsv(ArchiveSize size, MovieCatalog catalog, long seed) {
    this.catalog = catalog;
    this.seed = seed;
    timeline = new UserTimeline(seed);
    model = new RatingModel(catalog, seed);
    rated = new BitSet(catalog.size());
    histories =
        LongTail.divide(
            HISTORIES,
            size.users(),
            size.ratings(),
            ArchiveSize.MIN_RATINGS_PER_USER,
            size.ratedMovies() * 3 / 4,
            RandomStream.of(seed, "histories"));
    choosable = new int[histories.length];
    for (int user = 0; user < choosable.length; user++) {
      timeline.plan(user, histories[user]);
      choosable[user] = catalog.choosableAt(timeline.lastStart(), histories[user]);
    }
    firstRatings =
        FirstRatings.deal(catalog, histories, choosable, RandomStream.of(seed, "first ratings"));
  }

  /** Writes the rows of these users. */
  void writeTo(EntryWriter out, UserRange users) throws IOException {
    out.text(MovieLensFile.RATINGS.header()).endRow();
    for (int user = users.begin(); user < users.end(); user++) {
      RandomStream random = RandomStream.of(seed, STREAM, user);
      timeline.plan(user, histories[user]);
      model.user(random, histories[user]);
      chooseMovies(user, random);
      for (int movie = rated.nextSetBit(0); movie >= 0; movie = rated.nextSetBit(movie + 1)) {
        long seconds = timeline.at(random.nextLong());
        int halfStars = model.halfStars(movie, seconds, random.nextLong());
        out.number(user + 1).ascii(',').number(catalog.id(movie)).ascii(',');
        out.number(halfStars / 2).ascii('.').ascii(halfStars % 2 == 0 ? '0' : '5').ascii(',');
        out.number(seconds).endRow();
      }
    }
  }

  private void chooseMovies(int user, RandomStream random) {
    rated.clear();
    int[] first = firstRatings.of(user);
    for (int movie : first) {
      rated.set(movie);
    }
    int missing = histories[user] - first.length;
    while (missing > 0) {
      int movie = catalog.choose(random);
      if (movie < choosable[user] && !rated.get(movie)) {
        rated.set(movie);
        missing--;
      }
    }
  }
}
