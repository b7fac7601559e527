package org.spillway.transforms.read;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cell texts that stand for a missing value: compared exactly, case by case, before any
 * trimming (setup spec, section 1).
 */
public final class MissingValues implements Serializable {
  private static final long serialVersionUID = 1;

  private static final MissingValues PANDAS =
      of(
          "",
          "#N/A",
          "#N/A N/A",
          "#NA",
          "-1.#IND",
          "-1.#QNAN",
          "-NaN",
          "-nan",
          "1.#IND",
          "1.#QNAN",
          "<NA>",
          "N/A",
          "NA",
          "NULL",
          "NaN",
          "n/a",
          "nan",
          "null");

  private final Set<String> texts;

  private MissingValues(Set<String> texts) {
    this.texts = texts;
  }

  /**
   * The texts that pandas reads as missing, among them the empty one, {@code NA} and {@code null}.
   */
  public static MissingValues pandas() {
    return PANDAS;
  }

  /** These texts and no others; {@code of("")} takes only empty cells as missing. */
  public static MissingValues of(String... texts) {
    return new MissingValues(Set.copyOf(Arrays.asList(texts)));
  }

  /** Whether a cell's text stands for a missing value. */
  public boolean contains(String text) {
    return texts.contains(text);
  }

  /** The text, or null if it stands for a missing value. */
  @Nullable String nullIfMissing(String text) {
    return texts.contains(text) ? null : text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MissingValues that && texts.equals(that.texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  @Override
  public String toString() {
    return "MissingValues" + List.copyOf(new TreeSet<>(texts));
  }
}
