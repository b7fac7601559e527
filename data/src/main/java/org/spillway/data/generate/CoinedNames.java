package org.spillway.data.generate;

/**
 * Invents names of places and people. Every title holds one, so that no generated title is a real
 * film's.
 */
final class CoinedNames {
  private static final String[] STARTS =
      WordList.of(
          """
          Vel, Tar, Mor, Bres, Quil, Sand, Orv, Lum, Kest, Hal, Dru, Fen, Ist, Zor, Pell, Wyn,
          Cass, Jorv, Nim, Thal, Brom, Gard, Hesk, Ilv, Kald, Lorv, Mard, Nesk, Olm, Prad,
          Rusk, Selv, Tolv, Ulm, Vask, Wend, Yarv, Zel, Arv, Bald, Corv, Delv, Eld, Farv,
          Gorm, Hald""");

  private static final String[] MIDDLES = {
    "a", "e", "i", "o", "u", "ande", "eri", "ulo", "imo", "aste", "ori", "une"
  };

  private static final String[] ENDS =
      WordList.of(
          """
          mora, sik, wick, dalen, ran, nov, stead, rona, vik, lind, quist, burne, vost, mere,
          garde, holt, zan, drin, bek, leth, tova, nesse, rim, gast""");

  private static final String PLAIN = "aeious";
  private static final String ACCENTED = "áéíöüš";

  private CoinedNames() {}

  /** A name of three syllables or so, such as no dictionary has. */
  static String draw(RandomStream random) {
    return random.pick(STARTS) + random.pick(MIDDLES) + random.pick(ENDS);
  }

  /** A name with one letter or more accented. */
  static String drawForeign(RandomStream random) {
    String name = draw(random);
    char letter = "aeiou".charAt(random.nextInt(5));
    String accented = accented(name, letter);
    return accented.equals(name) ? accented(name, 's') + "é" : accented;
  }

  private static String accented(String name, char letter) {
    return name.replace(letter, ACCENTED.charAt(PLAIN.indexOf(letter)));
  }
}
