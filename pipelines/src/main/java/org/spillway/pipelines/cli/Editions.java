package org.spillway.pipelines.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spillway.data.movielens.Checksums;
import org.spillway.data.movielens.MovieLensFile;
import org.spillway.data.movielens.Recognition;
import org.spillway.transforms.read.ArchiveInspection;

/** Tells which edition of MovieLens an archive is, from its table of entries and its checksums. */
final class Editions {

  private Editions() {}

  static Recognition recognize(ArchiveInspection archive) {
    Map<MovieLensFile, Long> sizes = new EnumMap<>(MovieLensFile.class);
    String folder = "";
    for (ArchiveInspection.Entry entry : archive.entries()) {
      if (archive.csvs().containsValue(entry.name())) {
        int nameStart = entry.name().lastIndexOf('/') + 1;
        folder = entry.name().substring(0, nameStart);
        MovieLensFile.named(entry.name().substring(nameStart))
            .ifPresent(file -> sizes.put(file, entry.uncompressedBytes()));
      }
    }
    @Nullable Checksums checksums =
        archive.checksums().isEmpty() ? null : new Checksums(archive.checksums());
    return Recognition.of(folder, sizes, checksums);
  }
}
