package org.spillway.transforms.write;

import org.spillway.schemas.OutputFile;

/**
 * A file of a published result.
 *
 * @param path relative to the output folder, with {@code /} between names
 * @param rows its data rows; 0 for a file that is no table
 * @param bytes its size
 * @param sha256 the SHA-256 of its content, 64 hexadecimal digits in lower case
 * @param schema what its columns are: an Avro schema in JSON, or a CSV header; may be empty
 */
public record PublishedFile(String path, long rows, long bytes, String sha256, String schema) {

  /** Refuses a path that does not stay below the output folder. */
  public PublishedFile {
    Staging.checkedPath(path);
  }

  /** The file that a staged one becomes. */
  static PublishedFile of(OutputFile file) {
    return new PublishedFile(file.path(), file.rows(), file.bytes(), file.sha256(), file.schema());
  }
}
