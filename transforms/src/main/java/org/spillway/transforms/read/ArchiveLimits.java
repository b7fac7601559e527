package org.spillway.transforms.read;

import java.io.Serializable;

/**
 * How much an archive may ask for before it is refused. The defaults leave room for a MovieLens of
 * a hundred times the present size; whatever is over a limit is refused before it is held, so
 * memory stays flat.
 *
 * @param maxDirectoryBytes the size of the central directory, which is held in memory
 * @param maxEntryBytes the inflated size of an entry that is read
 * @param maxTotalBytes the inflated size of all entries together, as the directory has it
 * @param maxRatio inflated bytes per compressed byte, looked at once {@link #RATIO_FROM_BYTES} have
 *     been inflated
 */
public record ArchiveLimits(
    long maxDirectoryBytes, long maxEntryBytes, long maxTotalBytes, int maxRatio)
    implements Serializable {

  /** Entries smaller than this may compress as well as they like: they can do no harm. */
  public static final long RATIO_FROM_BYTES = 8L << 20;

  /** The largest central directory that is held in memory. */
  private static final long LARGEST_DIRECTORY = 1L << 30;

  /** Checks that every limit is at least 1. */
  public ArchiveLimits {
    checkAtLeastOne("maxDirectoryBytes", maxDirectoryBytes);
    checkAtLeastOne("maxEntryBytes", maxEntryBytes);
    checkAtLeastOne("maxTotalBytes", maxTotalBytes);
    checkAtLeastOne("maxRatio", maxRatio);
    if (maxDirectoryBytes > LARGEST_DIRECTORY) {
      throw new IllegalArgumentException(
          "maxDirectoryBytes must be at most "
              + LARGEST_DIRECTORY
              + ", but was: "
              + maxDirectoryBytes);
    }
  }

  /** The defaults: 4 MiB of directory, 128 GiB an entry, 256 GiB in all, a ratio of 200. */
  public static ArchiveLimits generous() {
    return new ArchiveLimits(4L << 20, 128L << 30, 256L << 30, 200);
  }

  /** These limits with another {@link #maxDirectoryBytes}. */
  public ArchiveLimits withMaxDirectoryBytes(long bytes) {
    return new ArchiveLimits(bytes, maxEntryBytes, maxTotalBytes, maxRatio);
  }

  /** These limits with another {@link #maxEntryBytes}. */
  public ArchiveLimits withMaxEntryBytes(long bytes) {
    return new ArchiveLimits(maxDirectoryBytes, bytes, maxTotalBytes, maxRatio);
  }

  /** These limits with another {@link #maxTotalBytes}. */
  public ArchiveLimits withMaxTotalBytes(long bytes) {
    return new ArchiveLimits(maxDirectoryBytes, maxEntryBytes, bytes, maxRatio);
  }

  /** These limits with another {@link #maxRatio}. */
  public ArchiveLimits withMaxRatio(int ratio) {
    return new ArchiveLimits(maxDirectoryBytes, maxEntryBytes, maxTotalBytes, ratio);
  }

  private static void checkAtLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but was: " + value);
    }
  }
}
