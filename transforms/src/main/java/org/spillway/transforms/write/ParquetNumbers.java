package org.spillway.transforms.write;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** A column of numbers, which are held as their bits. */
final class ParquetNumbers extends ParquetColumn {
  private final PrimitiveTypeName type;
  private final int width;
  private final long[] batch = new long[ParquetRow.BATCH_ROWS];
  private final boolean[] present = new boolean[ParquetRow.BATCH_ROWS];
  private Long2IntOpenHashMap index = new Long2IntOpenHashMap();
  private long[] entries = new long[16];
  private int size;

  /** The last one that was looked up: sorted rows have runs of the same. */
  private long lastBits;

  private int lastEntry;

  ParquetNumbers(ColumnDescriptor descriptor, ParquetProperties properties) {
    super(descriptor, properties);
    type = descriptor.getPrimitiveType().getPrimitiveTypeName();
    width =
        type == PrimitiveTypeName.INT32 || type == PrimitiveTypeName.FLOAT
            ? Integer.BYTES
            : Long.BYTES;
  }

  @Override
  void set(int row, PrimitiveTypeName valueType, long bits) {
    if (type != valueType) {
      throw holdsOther(valueType);
    }
    batch[row] = bits;
    present[row] = true;
  }

  @Override
  boolean isSet(int row) {
    return present[row];
  }

  @Override
  int lookUp(int row) {
    if (size == 0 || batch[row] != lastBits) {
      int known = index.putIfAbsent(batch[row], size);
      lastEntry = known < 0 ? append(row) : known;
      lastBits = batch[row];
    }
    return lastEntry;
  }

  @Override
  int append(int row) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    entries[size] = batch[row];
    return size++;
  }

  @Override
  void clearBatch() {
    Arrays.fill(present, false);
  }

  @Override
  void clearDictionary() {
    size = 0;
    index = new Long2IntOpenHashMap();
    index.defaultReturnValue(-1);
  }

  @Override
  int dictionaryEntries() {
    return size;
  }

  @Override
  long dictionaryBytes() {
    return (long) width * size;
  }

  @Override
  long plainBytes(int[] page, int values) {
    return (long) width * values;
  }

  @Override
  void writePlain(int entry, ValuesWriter out) {
    long bits = entries[entry];
    switch (type) {
      case INT32 -> out.writeInteger((int) bits);
      case INT64 -> out.writeLong(bits);
      case FLOAT -> out.writeFloat(Float.intBitsToFloat((int) bits));
      default -> out.writeDouble(Double.longBitsToDouble(bits));
    }
  }

  @Override
  void update(Statistics<?> statistics, int[] page, int values) {
    if (type == PrimitiveTypeName.FLOAT || type == PrimitiveTypeName.DOUBLE) {
      for (int i = 0; i < values; i++) {
        update(statistics, entries[page[i]]);
      }
    } else if (values > 0) {
      long min = Long.MAX_VALUE;
      long max = Long.MIN_VALUE;
      for (int i = 0; i < values; i++) {
        long value = entries[page[i]];
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
      update(statistics, min);
      update(statistics, max);
    }
  }

  private void update(Statistics<?> statistics, long bits) {
    switch (type) {
      case INT32 -> statistics.updateStats((int) bits);
      case INT64 -> statistics.updateStats(bits);
      case FLOAT -> statistics.updateStats(Float.intBitsToFloat((int) bits));
      default -> statistics.updateStats(Double.longBitsToDouble(bits));
    }
  }
}
