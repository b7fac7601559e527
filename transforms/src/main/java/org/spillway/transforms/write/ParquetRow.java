package org.spillway.transforms.write;

import java.io.IOException;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The row of a Parquet file that is about to be written: set its columns, then {@link #write()}.
 * One object serves all rows of a file. A column that is not set is null in that row.
 *
 * <p>Columns are numbered from 0 in the order of the schema.
 */
public final class ParquetRow {

  /** So many rows or fewer are given to the columns at a time. */
  static final int BATCH_ROWS = 1024;

  private final ParquetFile file;
  private final ParquetColumn[] columns;
  private int row;
  private int batchRows;
  private long written;

  ParquetRow(ParquetFile file) {
    this.file = file;
    columns = file.columns();
    batchRows = file.maxBatchRows();
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
    if (value != null) {
      columns[column].set(row, value);
    }
    return this;
  }

  /** Sets a time, which a column holds in microseconds, from seconds since 1970. */
  public ParquetRow setTime(int column, long seconds) {
    return set(column, seconds * 1_000_000);
  }

  /** Writes the row and clears it. */
  public void write() throws IOException {
    row++;
    written++;
    if (row == batchRows) {
      flush();
    }
  }

  /** Gives the rows to the file that it does not have yet. */
  void flush() throws IOException {
    if (row > 0) {
      file.writeBatch(row);
      row = 0;
      batchRows = file.maxBatchRows();
    }
  }

  /** The number of rows written. */
  long written() {
    return written;
  }

  private ParquetRow set(int column, PrimitiveTypeName type, long bits) {
    columns[column].set(row, type, bits);
    return this;
  }
}
