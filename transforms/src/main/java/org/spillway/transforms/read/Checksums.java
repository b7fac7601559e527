package org.spillway.transforms.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an archive's {@code checksums.txt}: lines of an MD5 and a file's name. */
final class Checksums {
  private static final int MAX_BYTES = 1 << 20;
  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{32})\\s+\\*?(\\S.*?)\\s*");

  private Checksums() {}

  /**
   * The MD5 that the list beside an entry gives for it, in lower case; null if there is no list, or
   * it does not name the entry.
   *
   * @throws BadInputException if the list is damaged or something else than a list of MD5 sums
   */
  static @Nullable String md5Of(ZipArchive archive, EntryLocator locator, DirectoryRecord csv)
      throws IOException {
    for (DirectoryRecord list : locator.checksumsBeside(csv)) {
      Place place = archive.place().entry(list.name());
      if (list.bytes() > MAX_BYTES) {
        throw CentralDirectory.tooLarge(place, "the list of checksums", MAX_BYTES, list.bytes());
      }
      try (EntryStream in = archive.open(list)) {
        String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        return find(place, text.lines().toList(), csv);
      }
    }
    return null;
  }

  private static @Nullable String find(Place place, List<String> lines, DirectoryRecord csv) {
    String found = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new BadInputException(
            InputFault.CHECKSUMS_UNREADABLE,
            place.line(i + 1),
            "not a checksum",
            "32 hexadecimal digits and a file's name",
            Excerpt.quoted(line));
      }
      String name = matcher.group(2);
      if (found == null && (name.equals(csv.name()) || name.equals(csv.baseName()))) {
        found = matcher.group(1).toLowerCase(Locale.ROOT);
      }
    }
    return found;
  }
}
