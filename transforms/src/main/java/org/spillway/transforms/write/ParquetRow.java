package org.spillway.transforms.write;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The row of a Parquet file that is about to be written: set its columns, then {@link #write()}.
 * One object serves all rows of a file. A column that is not set is null in that row.
 *
 * <p>Columns are numbered from 0 in the order of the schema.
 */
public final class ParquetRow {

  /** Takes the filled row. */
  @FunctionalInterface
  interface Sink {
    void accept(ParquetRow row) throws IOException;
  }

  private final MessageType schema;
  private final Sink sink;
  private final PrimitiveTypeName[] types;
  private final long[] bits;
  private final @Nullable Binary[] texts;
  private final boolean[] present;
  private long written;

  ParquetRow(MessageType schema, Sink sink) {
    this.schema = schema;
    this.sink = sink;
    types =
        schema.getColumns().stream()
            .map(column -> column.getPrimitiveType().getPrimitiveTypeName())
            .toArray(PrimitiveTypeName[]::new);
    bits = new long[types.length];
    texts = new Binary[types.length];
    present = new boolean[types.length];
  }

  /** Sets an int column. */
  public ParquetRow set(int column, int value) {
    return set(column, PrimitiveTypeName.INT32, value);
  }

  /** Sets an int column, if there is a value. */
  public ParquetRow set(int column, @Nullable Integer value) {
    return value == null ? this : set(column, value.intValue());
  }

  /** Sets a flag: an int column that holds 1 or 0. */
  public ParquetRow set(int column, boolean value) {
    return set(column, value ? 1 : 0);
  }

  /** Sets a long column. */
  public ParquetRow set(int column, long value) {
    return set(column, PrimitiveTypeName.INT64, value);
  }

  /** Sets a float column. */
  public ParquetRow set(int column, float value) {
    return set(column, PrimitiveTypeName.FLOAT, Float.floatToRawIntBits(value));
  }

  /** Sets a double column. */
  public ParquetRow set(int column, double value) {
    return set(column, PrimitiveTypeName.DOUBLE, Double.doubleToRawLongBits(value));
  }

  /** Sets a text column, if there is a value. */
  public ParquetRow set(int column, @Nullable String value) {
    return value == null ? this : set(column, Binary.fromString(value));
  }

  /** Sets a text column to UTF-8 that was encoded before, if there is a value. */
  public ParquetRow set(int column, @Nullable Binary utf8) {
    if (utf8 != null) {
      set(column, PrimitiveTypeName.BINARY, 0);
      texts[column] = utf8;
    }
    return this;
  }

  /** Sets a time, which a column holds in microseconds, from seconds since 1970. */
  public ParquetRow setTime(int column, long seconds) {
    return set(column, seconds * 1_000_000);
  }

  /** Writes the row and clears it. */
  public void write() throws IOException {
    sink.accept(this);
    written++;
    Arrays.fill(present, false);
  }

  /** The number of rows written. */
  long written() {
    return written;
  }

  boolean isSet(int column) {
    return present[column];
  }

  long bits(int column) {
    return bits[column];
  }

  Binary text(int column) {
    return Objects.requireNonNull(texts[column]);
  }

  private ParquetRow set(int column, PrimitiveTypeName type, long value) {
    if (types[column] != type) {
      throw new IllegalArgumentException(
          "column " + schema.getFieldName(column) + " holds " + types[column] + ", not " + type);
    }
    bits[column] = value;
    present[column] = true;
    return this;
  }
}
