package org.spillway.pipelines.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cell that is not the same in two runs.
 *
 * @param row the key of its row
 * @param column its column
 * @param a the cell in the first run; empty for null
 * @param b the cell in the second run; empty for null
 */
public record CellDifference(String row, String column, String a, String b) {
  /** Bounded, so that no long string of digits is taken for a number and reckoned with. */
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,18}(\\.\\d{1,20})?([eE][+-]?\\d{1,3})?");

  private static final MathContext SHOWN = new MathContext(6);

  /** By how much the second run's number is larger, with its sign; empty if one is no number. */
  public String change() {
    return difference().map(CellDifference::signed).orElse("");
  }

  /**
   * The change as a share of the first run's number, in percent with its sign; empty if one is no
   * number, or if the first is 0.
   */
  public String relativeChange() {
    return difference()
        .filter(difference -> new BigDecimal(a).signum() != 0)
        .map(
            difference ->
                String.format(
                    Locale.ROOT,
                    "%+.2f",
                    100 * difference.doubleValue() / Math.abs(new BigDecimal(a).doubleValue())))
        .orElse("");
  }

  private Optional<BigDecimal> difference() {
    return NUMBER.matcher(a).matches() && NUMBER.matcher(b).matches()
        ? Optional.of(new BigDecimal(b).subtract(new BigDecimal(a)))
        : Optional.empty();
  }

  /** A whole number with all its digits, any other with six. */
  private static String signed(BigDecimal difference) {
    BigDecimal whole = difference.stripTrailingZeros();
    String digits = whole.scale() <= 0 ? whole.toPlainString() : whole.round(SHOWN).toString();
    return difference.signum() > 0 ? "+" + digits : digits;
  }
}
