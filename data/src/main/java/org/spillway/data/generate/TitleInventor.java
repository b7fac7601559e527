package org.spillway.data.generate;

import org.jspecify.annotations.Nullable;

/** Invents movie titles with the looks, and the oddities, of real ones. */
final class TitleInventor {
  private static final String[] ADJECTIVES =
      WordList.of(
          """
          Silent, Golden, Broken, Last, Hidden, Burning, Crooked, Distant, Empty, Forgotten,
          Gentle, Hollow, Iron, Lonely, Midnight, Northern, Painted, Quiet, Restless, Scarlet,
          Tall, Unwritten, Velvet, Wandering, Winter, Shining, Second, Borrowed, Paper, Salt,
          Glass, Stubborn, Careful, Drowsy, Patient, Rusty""");

  private static final String[] NOUNS =
      WordList.of(
          """
          Tower, Lantern, Orchard, Ferry, Clockmaker, Harbour, Letter, Mirror, Bridge, Garden,
          Witness, Carpenter, Lighthouse, Winter, Stranger, Promise, Machine, Neighbour,
          Parade, Storm, Teacher, Voyage, Wedding, Window, Archive, Balloon, Candle, Detour,
          Engine, Fisherman, Gambler, Horizon, Island, Judge, Kingdom, Locksmith, Meadow,
          Notebook, Oath, Piano, Quarry, Railway, Sculptor, Tailor, Umbrella, Valley, Waltz,
          Year, Beekeeper, Anthem, Verdict, Rehearsal""");

  private static final String[] LINKS = {
    "of", "of", "of", "in", "from", "for", "before", "without", "near", "beyond"
  };

  private static final String[] FOREIGN_ARTICLES = {
    "La", "El", "Il", "Der", "Les", "Una", "O", "Das"
  };

  /**
   * Oddities are given to these movies in every archive: the first to the first of them, and so on.
   */
  private static final int FIRST_ODD = 9;

  private static final int ODD_STEP = 6;

  /** Later titles keep their article in front. */
  private static final double ARTICLE_LAST_UNTIL = 0.12;

  private final long seed;
  private final int movies;

  TitleInventor(long seed, int movies) {
    this.seed = seed;
    this.movies = movies;
  }

  String title(int movie) {
    RandomStream random = RandomStream.of(seed, "titles", movie);
    double position = (double) movie / movies;
    int year = ReleaseYears.draw(position, random);
    TitleOddity oddity = oddity(movie, random);
    String name = name(position < ARTICLE_LAST_UNTIL, random);
    return oddity == null ? name + " (" + year + ")" : odd(oddity, name, year, random);
  }

  private static @Nullable TitleOddity oddity(int movie, RandomStream random) {
    TitleOddity[] oddities = TitleOddity.values();
    int forced = (movie - FIRST_ODD) / ODD_STEP;
    if (movie >= FIRST_ODD && (movie - FIRST_ODD) % ODD_STEP == 0 && forced < oddities.length) {
      return oddities[forced];
    }
    double drawn = random.nextDouble();
    for (TitleOddity oddity : oddities) {
      drawn -= oddity.share();
      if (drawn < 0) {
        return oddity;
      }
    }
    return null;
  }

  private static String name(boolean articleLast, RandomStream random) {
    double kind = random.nextDouble();
    if (kind < 0.03) {
      return random.pick(FOREIGN_ARTICLES) + " " + CoinedNames.drawForeign(random);
    }
    String name = plainName(articleLast, random);
    if (kind < 0.085) {
      return name + " (" + random.pick(FOREIGN_ARTICLES) + " " + CoinedNames.draw(random) + ")";
    }
    if (kind < 0.088) {
      return name + " (a.k.a. " + CoinedNames.draw(random) + ")";
    }
    return name;
  }

  private static String plainName(boolean articleLast, RandomStream random) {
    String coined = CoinedNames.draw(random);
    String noun = random.pick(NOUNS);
    String adjective = random.pick(ADJECTIVES);
    return switch (random.nextInt(16)) {
      case 0, 1 -> coined;
      case 2 -> coined + "'s " + noun;
      case 3 -> coined + ": " + adjective + " " + noun;
      case 4 -> coined + (random.chance(0.2) ? " & " : " and ") + CoinedNames.draw(random);
      case 5 -> coined + " " + random.between(2, 4);
      case 6, 7 -> coined + " " + noun;
      case 8 -> adjective + " " + coined;
      case 9 -> adjective + ", " + random.pick(ADJECTIVES) + " " + coined;
      case 10, 11 -> withArticle(noun + " " + random.pick(LINKS) + " " + coined, articleLast);
      case 12 -> withArticle(coined + " " + noun, articleLast);
      case 13 -> withArticle(adjective + " " + noun + " of " + coined, articleLast);
      default -> noun + " " + random.pick(LINKS) + " " + coined;
    };
  }

  private static String withArticle(String name, boolean articleLast) {
    return articleLast ? name + ", The" : "The " + name;
  }

  private static String odd(TitleOddity oddity, String name, int year, RandomStream random) {
    return switch (oddity) {
      case QUOTES_AT_START -> "\"" + name + "\" " + CoinedNames.draw(random) + " (" + year + ")";
      case QUOTES_INSIDE -> "The \"" + name + "\" " + random.pick(NOUNS) + " (" + year + ")";
      case LONE_QUOTE -> "12'08\"02 - " + name + " (" + year + ")";
      case NO_BREAK_SPACE_BEFORE_YEAR -> name + "\u00A0(" + year + ")";
      case NO_BREAK_SPACE_AT_END -> name + " (" + year + ")\u00A0";
      case SPACES_AT_END -> name + " (" + year + ")" + " ".repeat(random.between(1, 2));
      case NO_YEAR -> name;
      case YEAR_WITHOUT_PARENTHESES -> name + " " + year;
      case YEAR_RANGE -> name + " (" + year + "\u2013" + (year + 1) + ")";
      case YEAR_TWICE -> name + " (" + year + ") (" + year + ")";
      case PARENTHESIS_TOO_MANY -> name + " (" + year + "))";
      case YEAR_NOT_LAST -> name + " (" + year + ") (" + CoinedNames.draw(random) + ")";
      case ZERO_WIDTH_SPACE -> name + " (" + year + ")\u200B";
    };
  }
}
