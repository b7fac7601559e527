package org.spillway.transforms.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Decodes entries' names and refuses those that could mean another file than they seem to, or that
 * would do something to a terminal or a log that shows them.
 */
final class EntryName {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private EntryName() {}

  static String decode(Place archive, byte[] bytes) {
    String name;
    try {
      name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw unsafe(archive, "UTF-8", Excerpt.quoted(bytes, 0, bytes.length));
    }
    if (name.isEmpty()) {
      throw unsafe(archive, "a name", "an empty one");
    }
    Place place = archive.entry(name);
    OptionalInt control = name.codePoints().filter(EntryName::isUnsafe).findFirst();
    if (control.isPresent()) {
      throw unsafe(
          place, "no control characters in it", String.format("U+%04X", control.getAsInt()));
    }
    if (name.indexOf('\\') >= 0) {
      throw unsafe(place, "folders separated by /", "a backslash");
    }
    if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
      throw unsafe(place, "a relative name", "an absolute one");
    }
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        throw unsafe(place, "a name within the archive", "'..'");
      }
    }
    return name;
  }

  /** Whether it controls a terminal, ends a line, or reorders the text around it. */
  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  private static BadInputException unsafe(Place place, String expected, String found) {
    return new BadInputException(
        InputFault.UNSAFE_NAME, place, "the entry's name is not safe", expected, found);
  }
}
