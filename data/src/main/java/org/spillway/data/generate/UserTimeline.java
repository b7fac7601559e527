package org.spillway.data.generate;

/**
 * When one user rated: a visit on a single day for most, visits over years for some. Holds one user
 * at a time; {@link #plan} moves on to another.
 */
final class UserTimeline {
  private static final int MAX_VISITS = 64;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final int SECONDS_PER_RATING = 20;
  private static final long LONGEST_VISIT = 20 * 3_600;
  private static final double SINGLE_DAY_SHARE = 0.64;

  /** Whoever rates more than this has come back. */
  private static final int HEAVY_FROM = 1_000;

  private static final int LIGHT_UNTIL = 100;

  /** The users of about the first two years. */
  private static final double EARLY_SHARE = 0.15;

  /** Days between the first and the last visit, for users that came back. */
  private static final Curve SPAN_DAYS =
      Curve.geometric(0, 1, 0.3, 53, 0.72, 701, 0.97, 4_500, 1, 8_400);

  private final long seed;
  private final long[] starts = new long[MAX_VISITS];
  private int visits;
  private long visitSeconds;

  UserTimeline(long seed) {
    this.seed = seed;
  }

  /** Lays out the visits of the user with index {@code user} and that many ratings. */
  void plan(int user, int ratings) {
    RandomStream random = RandomStream.of(seed, "timeline", user);
    long joined = joined(ratings, random);
    double loyalty = random.nextDouble();
    if (ratings > HEAVY_FROM) {
      loyalty = 1 - (1 - SINGLE_DAY_SHARE) * 0.6 * loyalty;
    }
    long span = 0;
    visits = 1;
    if (loyalty > SINGLE_DAY_SHARE) {
      double days = SPAN_DAYS.at((loyalty - SINGLE_DAY_SHARE) / (1 - SINGLE_DAY_SHARE));
      span = (long) (days * SECONDS_PER_DAY);
      visits = 2 + (int) Math.min(Math.min(ratings / 20.0, days / 30), MAX_VISITS - 2);
    }
    visitSeconds = Math.min(LONGEST_VISIT, 60 + (long) ratings * SECONDS_PER_RATING / visits);
    long latest = Calendar.CLOSED - visitSeconds;
    starts[0] = Math.min(joined, latest);
    span = Math.min(span, latest - starts[0]);
    for (int i = 1; i < visits; i++) {
      starts[i] = starts[0] + (long) (span * random.nextDouble());
    }
    if (visits > 1) {
      starts[1] = starts[0] + span;
    }
  }

  /** The first years' users rated less than those who came later. */
  private static long joined(int ratings, RandomStream random) {
    double share = random.nextDouble();
    boolean again = ratings > LIGHT_UNTIL && share < EARLY_SHARE && random.chance(0.6);
    return Calendar.joined(again ? random.nextDouble() : share);
  }

  /** When the user's last visit started: no later movie is known to them. */
  long lastStart() {
    return visits == 1 ? starts[0] : starts[1];
  }

  /**
   * When a rating was made, from random bits: half of the ratings fall into the first visit.
   * Successive ratings are in no order.
   */
  long at(long bits) {
    int choice = (int) (bits >>> 33);
    int visit = (choice & 1) == 0 ? 0 : (int) (((choice >>> 1) * (long) visits) >>> 30);
    return starts[visit] + (((bits & 0xFFFFFFFFL) * visitSeconds) >>> 32);
  }
}
