package org.spillway.schemas;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A free-text tag that a user gave a movie: a row of {@code tags.csv}.
 *
 * @param userId at least 1
 * @param movieId at least 1
 * @param tag the text as in the file; null if it is missing
 * @param timestamp seconds since 1970, UTC
 */
public record Tag(int userId, int movieId, @Nullable String tag, long timestamp) {

  /** The tag without white space around it and in lower case (setup spec, section 3); or null. */
  public @Nullable String cleanTag() {
    return tag == null ? null : WhiteSpace.strip(tag).toLowerCase(Locale.ROOT);
  }
}
