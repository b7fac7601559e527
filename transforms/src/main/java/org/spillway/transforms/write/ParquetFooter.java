package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file: the metadata, its length in four bytes, and {@code PAR1}.
 *
 * <p>The metadata lists each column's encodings in the order of a hash set of enum constants, which
 * differs from one Java process to the next, and with it the bytes of equal files (parquet-java's
 * issue 3215). Nothing else in a file depends on the process.
 */
final class ParquetFooter {
  private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);

  private ParquetFooter() {}

  /**
   * The same end of a file with all encodings in the order of their numbers.
   *
   * @param end the last bytes of a file, from anywhere before its metadata
   */
  static byte[] withOrderedEncodings(byte[] end) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
    int lengthAt = end.length - MAGIC.length - Integer.BYTES;
    int metadataAt = lengthAt - buffer.getInt(lengthAt);
    FileMetaData metadata =
        Util.readFileMetaData(new ByteArrayInputStream(end, metadataAt, lengthAt - metadataAt));
    for (RowGroup group : metadata.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        Collections.sort(column.getMeta_data().getEncodings());
      }
    }
    ByteArrayOutputStream ordered = new ByteArrayOutputStream(end.length);
    ordered.write(end, 0, metadataAt);
    Util.writeFileMetaData(metadata, ordered);
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    ordered.writeBytes(length.putInt(ordered.size() - metadataAt).array());
    ordered.writeBytes(MAGIC);
    return ordered.toByteArray();
  }
}
