package org.spillway.schemas;

/**
 * An entry of an archive, as the archive's central directory has it.
 *
 * @param archive the archive's file name, without its folder
 * @param name the entry's full name, such as {@code ml-32m/ratings.csv}
 * @param compressedBytes its size in the archive
 * @param uncompressedBytes its size once inflated
 * @param crc32 the CRC-32 of the inflated bytes
 */
public record ArchiveEntry(
    String archive, String name, long compressedBytes, long uncompressedBytes, long crc32) {}
