package org.spillway.transforms.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads an archive's {@code checksums.txt}: lines of an MD5 and a file's name. */
final class Checksums {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MD5_DIGITS = 32;

  private Checksums() {}

  /**
   * The MD5 that the list beside an entry gives for it, in lower case; null if there is no list, or
   * it does not name the entry.
   *
   * @throws BadInputException if the list is damaged, is something else than a list of MD5 sums, or
   *     has two for the entry
   */
  static @Nullable String md5Of(ZipArchive archive, EntryLocator locator, DirectoryRecord csv)
      throws IOException {
    for (DirectoryRecord list : locator.checksumsBeside(csv)) {
      Place place = archive.place().entry(list.name());
      if (list.bytes() > MAX_BYTES) {
        throw CentralDirectory.tooLarge(
            InputFault.CHECKSUMS_UNREADABLE,
            place,
            "the list of checksums",
            MAX_BYTES,
            list.bytes());
      }
      try (EntryStream in = archive.open(list)) {
        String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        return find(place, text, csv);
      }
    }
    return null;
  }

  /** As {@link #md5Of}, in the text of the list. */
  static @Nullable String find(Place list, String text, DirectoryRecord csv) {
    List<String> lines = text.lines().toList();
    String found = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (line.isEmpty()) {
        continue;
      }
      Place place = list.line(i + 1);
      if (!isNamed(nameOn(line, place), csv)) {
        continue;
      }
      String md5 = line.substring(0, MD5_DIGITS).toLowerCase(Locale.ROOT);
      if (found != null && !found.equals(md5)) {
        throw new BadInputException(
            InputFault.CHECKSUMS_UNREADABLE,
            place,
            "the list gives a file two checksums",
            found + " again",
            md5);
      }
      found = md5;
    }
    return found;
  }

  /** The name on a line; without a pattern, since a long line must take no longer than its copy. */
  private static String nameOn(String line, Place place) {
    String name = "";
    if (line.length() > MD5_DIGITS
        && line.chars().limit(MD5_DIGITS).allMatch(HexFormat::isHexDigit)
        && Character.isWhitespace(line.charAt(MD5_DIGITS))) {
      name = line.substring(MD5_DIGITS).stripLeading();
    }
    name = name.startsWith("*") ? name.substring(1) : name;
    if (name.isEmpty()) {
      throw new BadInputException(
          InputFault.CHECKSUMS_UNREADABLE,
          place,
          "not a checksum",
          "32 hexadecimal digits and a file's name",
          Excerpt.quoted(line));
    }
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private static boolean isNamed(String name, DirectoryRecord csv) {
    return name.equals(csv.name()) || name.equals(csv.baseName());
  }
}
