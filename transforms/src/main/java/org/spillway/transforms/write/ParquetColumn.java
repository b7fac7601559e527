package org.spillway.transforms.write;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * A column of the file that is being written: takes values a batch at a time and makes pages of
 * them, exactly those of parquet-java's own column writers (of pages of version 1).
 *
 * <p>Values are held as their numbers in the column chunk's dictionary. Where a dictionary does not
 * pay, which the first page shows, or is too large, this and all further pages of the chunk are
 * plain; then the dictionary is one page's and only a list.
 */
abstract class ParquetColumn {
  /** Of repetition levels, which flat columns have none of. */
  @SuppressWarnings("deprecation") // It is what pages of version 1 say.
  private static final Encoding NO_LEVELS = Encoding.BIT_PACKED;

  @SuppressWarnings("deprecation") // It is what pages of version 1 say.
  private static final Encoding DICTIONARY = Encoding.PLAIN_DICTIONARY;

  private static final int INITIAL_BYTES = 1 << 10;

  private final ColumnDescriptor descriptor;
  private final ParquetProperties properties;
  private final boolean required;
  private final ValuesWriter levels;
  private final SizeStatistics noSizes;
  private PageWriter pages;

  private final int[] page;
  private int values;
  private int rows;
  private boolean firstPage;
  private boolean plain;
  private @Nullable ParquetColumn decider;

  /** By the decider's entry: one more than this column's entry, or 0 if it isn't known. */
  private int[] decided = {};

  /** How many of the dictionary's entries pages refer to that are written. */
  private int entriesInPages;

  ParquetColumn(ColumnDescriptor descriptor, ParquetProperties properties) {
    this.descriptor = descriptor;
    this.properties = properties;
    required = descriptor.getMaxDefinitionLevel() == 0;
    levels = properties.newDefinitionLevelWriter(descriptor);
    noSizes = SizeStatistics.noopBuilder(descriptor.getPrimitiveType(), 0, 0).build();
    page = new int[properties.getPageRowCountLimit()];
  }

  /** A column of this schema. */
  static ParquetColumn of(ColumnDescriptor descriptor, ParquetProperties properties) {
    return switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
      case INT32, INT64, FLOAT, DOUBLE -> new ParquetNumbers(descriptor, properties);
      case BINARY -> new ParquetTexts(descriptor, properties);
      default -> throw new IllegalArgumentException("no way to write a " + descriptor);
    };
  }

  /** Sets a number in a row of the batch. */
  void set(int row, PrimitiveTypeName type, long bits) {
    throw holdsOther(type);
  }

  /** Sets a text in a row of the batch. */
  void set(int row, String text) {
    throw holdsOther(PrimitiveTypeName.BINARY);
  }

  /** Whether the batch has a value in this row. */
  abstract boolean isSet(int row);

  /** The number in the dictionary of the batch's value in this row, which is added if it is new. */
  abstract int lookUp(int row);

  /** The number of a further entry of the list: the batch's value in this row. */
  abstract int append(int row);

  /** Forgets the batch. */
  abstract void clearBatch();

  /** Forgets the dictionary. */
  abstract void clearDictionary();

  abstract int dictionaryEntries();

  /** The size of all entries, were they plain. */
  abstract long dictionaryBytes();

  /** The size of so many first values of a page, were they plain. */
  abstract long plainBytes(int[] page, int values);

  abstract void writePlain(int entry, ValuesWriter out);

  /** Tells the statistics of so many first values of a page; each need not be told but once. */
  abstract void update(Statistics<?> statistics, int[] page, int values);

  final ColumnDescriptor descriptor() {
    return descriptor;
  }

  final void beginChunk(PageWriter pageWriter) {
    pages = pageWriter;
    firstPage = true;
    plain = false;
    entriesInPages = 0;
    decided = new int[decided.length];
    clearDictionary();
  }

  /**
   * Tells of an earlier column, required, that decides this one's values: rows that agree there
   * agree here. It spares most of the look-ups.
   */
  final void setDecider(ParquetColumn column) {
    if (!column.required) {
      throw new IllegalArgumentException(
          "a column that decides another must be required, but " + column.name() + " is not");
    }
    decider = column;
  }

  /** Moves the batch, which has so many rows, into the current page. */
  final void takeBatch(int batchRows) {
    for (int row = 0; row < batchRows; row++) {
      boolean set = isSet(row);
      if (set) {
        page[values++] = entry(row, batchRows);
      }
      if (!required) {
        levels.writeInteger(set ? 1 : 0);
      } else if (!set) {
        throw new IllegalStateException("column " + name() + " must have a value in every row");
      }
    }
    rows += batchRows;
    clearBatch();
  }

  /** The number of rows in the current page. */
  final int pageRows() {
    return rows;
  }

  /** The size of the current page, were it plain: what decides where a page ends. */
  final long pageBytes() {
    return levels.getBufferedSize() + plainBytes(page, values);
  }

  /** The size of the pages that are written. */
  final long writtenBytes() {
    return pages.getMemSize();
  }

  final void endPage() throws IOException {
    Statistics<?> statistics = statistics();
    BytesInput encoded = plain ? null : numbers();
    if (encoded != null && !dictionaryPays(encoded.size())) {
      writeDictionary();
      plain = true;
    }
    if (!plain) {
      entriesInPages = dictionaryEntries();
    }
    pages.writePage(
        BytesInput.concat(levels.getBytes(), plain ? plainValues() : encoded),
        rows,
        rows,
        statistics,
        noSizes,
        NO_LEVELS,
        levels.getEncoding(),
        plain ? Encoding.PLAIN : DICTIONARY);
    if (plain) {
      clearDictionary();
    }
    levels.reset();
    firstPage = false;
    values = 0;
    rows = 0;
  }

  final void endChunk() throws IOException {
    if (rows > 0) {
      endPage();
    }
    if (!plain) {
      writeDictionary();
    }
  }

  final IllegalArgumentException holdsOther(PrimitiveTypeName type) {
    PrimitiveTypeName held = descriptor.getPrimitiveType().getPrimitiveTypeName();
    return new IllegalArgumentException("column " + name() + " holds " + held + ", not " + type);
  }

  private int entry(int row, int batchRows) {
    if (plain) {
      return append(row);
    }
    if (decider == null || decider.plain) {
      return lookUp(row);
    }
    int deciding = decider.page[decider.values - batchRows + row];
    if (deciding >= decided.length) {
      decided = Arrays.copyOf(decided, Math.max(deciding + 1, 2 * decided.length));
    }
    if (decided[deciding] == 0) {
      decided[deciding] = 1 + lookUp(row);
    }
    return decided[deciding] - 1;
  }

  private String name() {
    return descriptor.getPath()[0];
  }

  private boolean dictionaryPays(long encodedBytes) {
    if (dictionaryBytes() > properties.getDictionaryPageSizeThreshold()) {
      return false;
    }
    return !firstPage || encodedBytes + dictionaryBytes() < plainBytes(page, values);
  }

  private Statistics<?> statistics() {
    Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
    statistics.incrementNumNulls(rows - values);
    update(statistics, page, values);
    return statistics;
  }

  private BytesInput numbers() throws IOException {
    int width = BytesUtils.getWidthFromMaxInt(dictionaryEntries() - 1);
    RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(
            width, INITIAL_BYTES, properties.getPageSizeThreshold(), properties.getAllocator());
    for (int i = 0; i < values; i++) {
      encoder.writeInt(page[i]);
    }
    return BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), encoder.toBytes());
  }

  private BytesInput plainValues() {
    PlainValuesWriter out = plainWriter();
    for (int i = 0; i < values; i++) {
      writePlain(page[i], out);
    }
    return out.getBytes();
  }

  private void writeDictionary() throws IOException {
    if (entriesInPages > 0) {
      PlainValuesWriter out = plainWriter();
      for (int entry = 0; entry < entriesInPages; entry++) {
        writePlain(entry, out);
      }
      pages.writeDictionaryPage(new DictionaryPage(out.getBytes(), entriesInPages, DICTIONARY));
    }
  }

  private PlainValuesWriter plainWriter() {
    return new PlainValuesWriter(
        INITIAL_BYTES, properties.getPageSizeThreshold(), properties.getAllocator());
  }
}
