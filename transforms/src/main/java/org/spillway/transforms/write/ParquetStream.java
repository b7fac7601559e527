package org.spillway.transforms.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

/** A staged file as Parquet writes to it; the file's end is put in order on the way. */
final class ParquetStream extends PositionOutputStream implements OutputFile {
  private final StagedFile file;
  private @Nullable ByteArrayOutputStream end;

  ParquetStream(StagedFile file) {
    this.file = file;
  }

  /** Tells that all data is written: what follows is the end of the file, which is small. */
  void beginEnd() {
    end = new ByteArrayOutputStream();
  }

  @Override
  public long getPos() {
    return file.position() + (end == null ? 0 : end.size());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (end == null) {
      file.write(source, offset, length);
    } else {
      end.write(source, offset, length);
    }
  }

  @Override
  public void close() throws IOException {
    if (end != null) {
      byte[] ordered = ParquetFooter.withOrderedEncodings(end.toByteArray());
      end = null;
      file.write(ordered, 0, ordered.length);
    }
    file.close();
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return this;
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return this;
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
