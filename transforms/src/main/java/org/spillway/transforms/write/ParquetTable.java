package org.spillway.transforms.write;

import java.io.IOException;
import java.io.Serializable;
import org.apache.avro.Schema;

/**
 * A published Parquet file: its path, its columns, and how elements become rows. An element can be
 * many rows, such as a whole history.
 *
 * @param <T> what is written; no two elements of a file may have the same {@link #key}
 */
public interface ParquetTable<T> extends Serializable {

  /** Where the file is published, relative to the output folder; ends in {@code .parquet}. */
  String path();

  /**
   * The file's columns, all of them primitive or optional primitive; Avro's schema is kept in it.
   */
  Schema schema();

  /**
   * The id that rows are ordered by within a file. With several shards it also decides the shard,
   * so what belongs to one id is in one file.
   */
  int key(T element);

  /**
   * The column that decides the values of this one, or -1: rows that agree in that column agree in
   * this one. It comes before this one and has a value in every row. Telling it makes writing
   * faster, and saying what isn't so makes a wrong file.
   */
  default int decidedBy(int column) {
    return -1;
  }

  /** What turns the elements of one file into rows, in the order of {@link #key}. */
  Rows<T> rows();

  /** Turns elements into rows; it serves one file, so it may keep what rows have in common. */
  interface Rows<T> {

    /** Fills and writes {@code row} for each of the element's rows, in order. */
    void write(T element, ParquetRow row) throws IOException;
  }
}
