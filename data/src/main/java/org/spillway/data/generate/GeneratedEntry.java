package org.spillway.data.generate;

/**
 * What was written into one entry of a generated archive.
 *
 * @param name the entry's name without the root folder, say {@code ratings.csv}
 * @param rows data rows of a CSV, its header not counted
 * @param bytes uncompressed size
 * @param md5 the MD5 of the uncompressed bytes, 32 lower-case hexadecimal digits
 */
public record GeneratedEntry(String name, long rows, long bytes, String md5) {}
