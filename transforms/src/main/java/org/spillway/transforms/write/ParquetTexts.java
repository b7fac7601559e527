package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** A column of text. Text that repeats is encoded once for a dictionary. */
final class ParquetTexts extends ParquetColumn {
  private final @Nullable String[] batch = new String[ParquetRow.BATCH_ROWS];
  private Object2IntOpenHashMap<String> index = new Object2IntOpenHashMap<>();
  private Binary[] entries = new Binary[16];
  private int[] plainBytes = new int[16];
  private long dictionaryBytes;
  private int size;

  ParquetTexts(ColumnDescriptor descriptor, ParquetProperties properties) {
    super(descriptor, properties);
  }

  @Override
  void set(int row, String text) {
    batch[row] = text;
  }

  @Override
  boolean isSet(int row) {
    return batch[row] != null;
  }

  @Override
  int lookUp(int row) {
    int known = index.putIfAbsent(batch[row], size);
    return known < 0 ? append(row) : known;
  }

  @Override
  int append(int row) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
      plainBytes = Arrays.copyOf(plainBytes, 2 * size);
    }
    byte[] utf8 = batch[row].getBytes(UTF_8);
    entries[size] = Binary.fromConstantByteArray(utf8);
    plainBytes[size] = Integer.BYTES + utf8.length;
    dictionaryBytes += plainBytes[size];
    return size++;
  }

  @Override
  void clearBatch() {
    Arrays.fill(batch, null);
  }

  @Override
  void clearDictionary() {
    size = 0;
    dictionaryBytes = 0;
    index = new Object2IntOpenHashMap<>();
    index.defaultReturnValue(-1);
  }

  @Override
  int dictionaryEntries() {
    return size;
  }

  @Override
  long dictionaryBytes() {
    return dictionaryBytes;
  }

  @Override
  long plainBytes(int[] page, int values) {
    long bytes = 0;
    for (int i = 0; i < values; i++) {
      bytes += plainBytes[page[i]];
    }
    return bytes;
  }

  @Override
  void writePlain(int entry, ValuesWriter out) {
    out.writeBytes(entries[entry]);
  }

  @Override
  void update(Statistics<?> statistics, int[] page, int values) {
    BitSet told = new BitSet(size);
    for (int i = 0; i < values; i++) {
      int entry = page[i];
      if (!told.get(entry)) {
        told.set(entry);
        statistics.updateStats(entries[entry]);
      }
    }
  }
}
