package org.spillway.data.movielens;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of an archive's {@code checksums.txt}: an MD5 per file, in the format of {@code
 * md5sum}.
 *
 * @param md5ByFileName 32 lower-case hexadecimal digits by the file's name without its folder
 */
public record Checksums(Map<String, String> md5ByFileName) {
  /** The entry's name without its folder. */
  public static final String FILE_NAME = "checksums.txt";

  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{32})\\s+\\*?(?:.*/)?([^/]+)");

  /** Copies the map. */
  public Checksums {
    md5ByFileName = Map.copyOf(md5ByFileName);
  }

  /**
   * Reads the lines {@code <md5> <file>}. Blank lines are left out, lines may end in LF or CRLF,
   * the digits may be upper-case, and a folder in front of the name is dropped.
   *
   * @throws IllegalArgumentException if a line has another form or a file occurs twice, naming the
   *     line
   */
  public static Checksums parse(String text) {
    Map<String, String> parsed = new HashMap<>();
    int lineNumber = 0;
    for (String line : text.lines().toList()) {
      lineNumber++;
      if (line.isBlank()) {
        continue;
      }
      Matcher matcher = LINE.matcher(line.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            FILE_NAME + ":" + lineNumber + ": expected an MD5 and a file name, found: " + line);
      }
      String previous = parsed.put(matcher.group(2), matcher.group(1).toLowerCase(Locale.ROOT));
      if (previous != null) {
        throw new IllegalArgumentException(
            FILE_NAME + ":" + lineNumber + ": a second MD5 of " + matcher.group(2));
      }
    }
    return new Checksums(parsed);
  }

  /** The MD5 of a file, if it is listed. */
  public Optional<String> of(MovieLensFile file) {
    return Optional.ofNullable(md5ByFileName.get(file.fileName()));
  }
}
