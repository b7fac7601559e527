package org.spillway.data.generate;

/** Lists of words as running text, which reads better than an array of a hundred strings. */
final class WordList {
  private WordList() {}

  /** The words or phrases of {@code text}, which commas part. */
  static String[] of(String text) {
    return text.strip().split(",\\s+", -1);
  }
}
