package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.io.PositionOutputStream;

/**
 * What Parquet's writer writes to: a staged file whose {@linkplain ParquetFooter footer} is put
 * into a fixed order.
 *
 * <p>The writer asks for its position before and after the footer's metadata, and writes eight
 * bytes more: their length and the mark of Parquet. So what was written since the last question but
 * one is held back: one column of a row group at most, a few MiB.
 */
final class ParquetStream extends PositionOutputStream {
  private static final byte[] MARK = "PAR1".getBytes(US_ASCII);

  private final StagedFile file;
  private ByteArrayOutputStream previous = new ByteArrayOutputStream();
  private ByteArrayOutputStream current = new ByteArrayOutputStream();
  private boolean isClosed;

  ParquetStream(StagedFile file) {
    this.file = file;
  }

  @Override
  public long getPos() throws IOException {
    if (current.size() > 0) {
      previous.writeTo(file);
      previous.reset();
      ByteArrayOutputStream empty = previous;
      previous = current;
      current = empty;
    }
    return file.position() + previous.size();
  }

  @Override
  public void write(int b) {
    current.write(b);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    current.write(source, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try (file) {
      byte[] metadata = previous.toByteArray();
      ByteBuffer end = ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      if (!end.putInt(metadata.length)
          .put(MARK)
          .flip()
          .equals(ByteBuffer.wrap(current.toByteArray()))) {
        throw new IOException("a Parquet file must end with its footer, but was broken off");
      }
      byte[] sorted = ParquetFooter.inFixedOrder(metadata);
      file.write(sorted);
      file.write(end.putInt(0, sorted.length).array());
    }
  }
}
