package org.spillway.transforms.read;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where in the input something is: {@code <archive>[!<entry>[:line[:column]]]}. As text it is on
 * one line, and the names of the entry and the column, which are a stranger's, lose their middle if
 * they are long.
 *
 * @param archive the archive's location, as it was given
 * @param entry the entry's full name, or null for the archive as a whole
 * @param line from 1, or 0 for the entry as a whole
 * @param column the column's name, or null for the line as a whole
 */
record Place(String archive, @Nullable String entry, long line, @Nullable String column)
    implements Serializable {

  static Place ofArchive(String archive) {
    return new Place(archive, null, 0, null);
  }

  Place entry(String name) {
    return new Place(archive, name, 0, null);
  }

  Place line(long number) {
    return new Place(archive, entry, number, null);
  }

  Place column(String name) {
    return new Place(archive, entry, line, name);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Excerpt.whole(archive));
    if (entry != null) {
      text.append('!').append(Excerpt.of(entry));
    }
    if (line > 0) {
      text.append(':').append(line);
    }
    if (column != null) {
      text.append(':').append(Excerpt.of(column));
    }
    return text.toString();
  }
}
