package org.spillway.schemas;

/**
 * A file that a run has written in full but not yet published.
 *
 * @param path where it is to be, relative to the output folder, with {@code /} between names
 * @param stagedAt where it is until then: a file name that the runner's file system understands
 * @param rows its data rows; 0 for a file that is no table
 * @param bytes its size
 * @param sha256 the SHA-256 of its content, 64 hexadecimal digits in lower case
 * @param schema what its columns are: an Avro schema in JSON, or a CSV header; may be empty
 */
public record OutputFile(
    String path, String stagedAt, long rows, long bytes, String sha256, String schema) {}
