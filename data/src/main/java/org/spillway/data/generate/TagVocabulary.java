package org.spillway.data.generate;

/** The texts of tags: a few that everybody uses, then ever rarer ones, made up from words. */
final class TagVocabulary {
  /** How evenly the first tags are used: as if this many more frequent ones were missing. */
  private static final double FLATTENED_BY = 12;

  private static final String[] COMMON =
      WordList.of(
          """
          moody, funny, slow burn, clever plot, sad ending, great soundtrack, space, robots,
          heist, road trip, small town, courtroom, friendship, revenge, family, dark, quirky,
          dreamlike, too long, overrated, beautifully shot, black and white, based on a book,
          true story, time travel, twist, war, music, dance, boxing, sea, desert, snow,
          trains, chess, cooking, dogs, ghosts, magic, spies, detective, journalism, school,
          college, wedding, divorce, love story, coming home, satire, silent, puppets,
          claymation, anthology, sequel, remake, short, boring, seen twice, watch again,
          strong lead""");

  private static final String[] QUALITIES =
      WordList.of(
          """
          awkward, bitter, bleak, bright, brutal, charming, cheap, cold, cruel, deadpan,
          elegant, faded, gloomy, grainy, heavy, icy, jumpy, kind, lazy, lush, melancholy,
          nervous, odd, pale, raw, sharp, shy, slow, strange, tender, tense, wild, witty,
          weird, young""");

  private static final String[] SUBJECTS =
      WordList.of(
          """
          acting, animals, architecture, brothers, camera, chase, childhood, city, colours,
          costumes, crime, dialogue, doctor, drama, editing, ending, escape, farm, father,
          humour, hunt, island, jazz, journey, king, landscape, lighting, loss, memory, money,
          mother, mountain, narrator, night, opening, painter, party, politics, prison, river,
          robbery, sisters, soldiers, storm, summer, teacher, village, violence, winter,
          writer""");

  private final int tags;

  /** A vocabulary for so many rows; as in ml-32m it grows a little more slowly than they do. */
  TagVocabulary(int rows) {
    tags = COMMON.length + (int) (8 * StrictMath.pow(rows, 0.65));
  }

  /** A tag, by its rank; the first are drawn most often. */
  int draw(RandomStream random) {
    double range = StrictMath.log((tags + FLATTENED_BY) / FLATTENED_BY);
    double rank = FLATTENED_BY * StrictMath.exp(range * random.nextDouble()) - FLATTENED_BY;
    return (int) rank;
  }

  String text(int tag) {
    if (tag < COMMON.length) {
      return COMMON[tag];
    }
    RandomStream random = RandomStream.of(tag, "vocabulary");
    return switch (random.nextInt(5)) {
      case 0 -> random.pick(QUALITIES) + " " + random.pick(SUBJECTS);
      case 1 -> random.pick(SUBJECTS) + " and " + random.pick(SUBJECTS);
      case 2 -> random.pick(QUALITIES) + " " + random.pick(QUALITIES) + " " + random.pick(SUBJECTS);
      case 3 -> CoinedNames.draw(random);
      default -> CoinedNames.draw(random) + " " + CoinedNames.draw(random);
    };
  }
}
