package org.spillway.data.generate;

import java.io.IOException;
import java.util.Locale;

/** Writes {@code README.txt}, which says that the archive is made up and how to make it again. */
final class ReadmeText {
  private ReadmeText() {}

  static void writeTo(EntryWriter out, ArchiveSize size, long seed) throws IOException {
    out.text(
        String.format(
            Locale.ROOT,
            """
            Generated archive
            =================

            Everything in here is made up: no user, movie, rating or tag is real. The files have the
            layout of a MovieLens archive, and figures close to one, for tests and measurements.

            Size: %s (%d users, %d movies, %d ratings, %d tags)
            Seed: %d

            The same size and seed give the same files again.
            """,
            size.name(),
            size.users(),
            size.movies(),
            size.ratings(),
            size.tags(),
            seed));
  }
}
