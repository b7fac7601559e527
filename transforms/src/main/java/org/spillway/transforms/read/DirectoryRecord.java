package org.spillway.transforms.read;

/**
 * An entry, as the central directory has it.
 *
 * @param name the full name; a folder's ends in {@code /}
 * @param flags the general purpose flags
 * @param method how it is compressed: 0 stored, 8 deflated
 * @param crc32 of the inflated bytes
 * @param compressedBytes its size in the archive
 * @param bytes its size once inflated
 * @param localOffset where its local header begins
 */
record DirectoryRecord(
    String name,
    int flags,
    int method,
    long crc32,
    long compressedBytes,
    long bytes,
    long localOffset) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int ENCRYPTED = 1;
  private static final int HAS_DESCRIPTOR = 1 << 3;
  private static final int STRONGLY_ENCRYPTED = 1 << 6;
  private static final int MASKED = 1 << 13;

  boolean isFolder() {
    return name.endsWith("/");
  }

  boolean isEncrypted() {
    return (flags & (ENCRYPTED | STRONGLY_ENCRYPTED | MASKED)) != 0;
  }

  /** Whether its local header is blanked, so that there is nothing to compare. */
  boolean isMasked() {
    return (flags & MASKED) != 0;
  }

  /** Whether its sizes and CRC follow its data, and need not be in its local header. */
  boolean hasDescriptor() {
    return (flags & HAS_DESCRIPTOR) != 0;
  }

  /** The name without the folders before it. */
  String baseName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The folders before the name, with a {@code /} at the end; empty at the archive's root. */
  String folder() {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
