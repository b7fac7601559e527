package org.spillway.schemas;

/**
 * A row that a reader did not accept, and why. Nothing is dropped without one.
 *
 * @param archive the archive's file name, without its folder
 * @param entry the entry's full name, such as {@code ml-32m/ratings.csv}
 * @param line the line on which the row begins, from 1
 * @param column the name of the offending column, or empty if the whole row is at fault
 * @param reason what was expected and what was found, in one line
 * @param text the row, cut to {@value #MAX_TEXT} UTF-16 units, or one less where that would cut a
 *     character in two
 */
public record RejectedRow(
    String archive, String entry, long line, String column, String reason, String text) {

  /** How much of a row is kept, in UTF-16 units. */
  public static final int MAX_TEXT = 200;

  /** Cuts the text. */
  public RejectedRow {
    text = cut(text);
  }

  private static String cut(String text) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    // Half of a surrogate pair has no UTF-8, so it would not survive being encoded.
    boolean midPair = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1));
    return text.substring(0, midPair ? MAX_TEXT - 1 : MAX_TEXT);
  }
}
