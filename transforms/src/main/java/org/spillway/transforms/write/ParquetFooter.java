package org.spillway.transforms.write;

import static java.util.Comparator.comparing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The metadata at the end of a Parquet file, with its lists in a fixed order. Parquet's writer
 * takes a column's encodings from a hash set of constants whose hashes differ from one JVM to the
 * next, so that the same rows would give two files.
 */
final class ParquetFooter {

  private ParquetFooter() {}

  /**
   * The same metadata in a fixed order.
   *
   * @param metadata in Parquet's serialized form
   */
  static byte[] inFixedOrder(byte[] metadata) throws IOException {
    FileMetaData file = Util.readFileMetaData(new ByteArrayInputStream(metadata));
    for (RowGroup rowGroup : file.getRow_groups()) {
      for (ColumnChunk chunk : rowGroup.getColumns()) {
        sort(chunk.getMeta_data());
      }
    }
    ByteArrayOutputStream sorted = new ByteArrayOutputStream(metadata.length);
    Util.writeFileMetaData(file, sorted);
    return sorted.toByteArray();
  }

  private static void sort(ColumnMetaData column) {
    column.getEncodings().sort(comparing(Encoding::getValue));
    if (column.isSetEncoding_stats()) {
      column
          .getEncoding_stats()
          .sort(
              comparing((PageEncodingStats stats) -> stats.getPage_type().getValue())
                  .thenComparing(stats -> stats.getEncoding().getValue()));
    }
  }
}
