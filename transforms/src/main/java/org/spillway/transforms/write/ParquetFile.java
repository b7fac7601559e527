package org.spillway.transforms.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file that is being written by columns. Its bytes are those of parquet-java's {@link
 * ParquetWriter}, which takes a record at a time; so pages and row groups end at the same rows,
 * which that writer finds by looking at the sizes of all columns now and then.
 */
final class ParquetFile implements Closeable {

  /** Titles of a whole catalog fit, which keeps every text column a column of small numbers. */
  private static final int DICTIONARY_BYTES = 8 << 20;

  private static final ParquetProperties PROPERTIES =
      ParquetProperties.builder()
          .withDictionaryPageSize(DICTIONARY_BYTES)
          .withSizeStatisticsEnabled(false)
          .build();

  private static final long ROW_GROUP_BYTES = ParquetWriter.DEFAULT_BLOCK_SIZE;
  private static final long PAGE_BYTES = PROPERTIES.getPageSizeThreshold();
  private static final long MAX_PAGE_ROWS = PROPERTIES.getPageRowCountLimit();

  /** A page ends if so much room or less is left in it. */
  private static final long PAGE_BYTES_TOLERANCE = (long) (PAGE_BYTES * 0.1f);

  private static final long MIN_ROWS_TO_CHECK = PROPERTIES.getMinRowCountForPageSizeCheck();
  private static final long MAX_ROWS_TO_CHECK = PROPERTIES.getMaxRowCountForPageSizeCheck();

  private final ParquetStream stream;
  private final MessageType schema;
  private final CompressionCodecFactory codecs;
  private final CompressionCodecName compression;
  private final ParquetFileWriter writer;
  private final ParquetColumn[] columns;
  private ColumnChunkPageWriteStore pages;
  private long rows;
  private long nextPageCheck;
  private long nextRowGroupCheck = MIN_ROWS_TO_CHECK;

  /** Begins a file. */
  ParquetFile(ParquetStream stream, MessageType schema, CompressionCodecName compression)
      throws IOException {
    this.stream = stream;
    this.schema = schema;
    this.compression = compression;
    // No Hadoop configuration that happens to be on the class path has a say in the bytes.
    codecs = new CodecFactory(new Configuration(false), PROPERTIES.getPageSizeThreshold());
    writer =
        new ParquetFileWriter(
            stream,
            schema,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP_BYTES,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            null,
            PROPERTIES);
    columns =
        schema.getColumns().stream()
            .map(column -> ParquetColumn.of(column, PROPERTIES))
            .toArray(ParquetColumn[]::new);
    writer.start();
    beginRowGroup();
  }

  /** The columns in the order of the schema. */
  ParquetColumn[] columns() {
    return columns;
  }

  /** How many rows a batch may have at most: the sizes are looked at when it is written. */
  int maxBatchRows() {
    long next = Math.min(nextPageCheck, nextRowGroupCheck);
    return (int) Math.min(ParquetRow.BATCH_ROWS, Math.max(1, next - rows));
  }

  /** Writes the batch that the columns have, of at most {@link #maxBatchRows} rows. */
  void writeBatch(int batchRows) throws IOException {
    for (ParquetColumn column : columns) {
      column.takeBatch(batchRows);
    }
    rows += batchRows;
    if (rows >= nextPageCheck) {
      checkPages();
    }
    if (rows >= nextRowGroupCheck) {
      checkRowGroup();
    }
  }

  /** Ends the file in order; without it what is written is no Parquet file. */
  void end(Map<String, String> metadata) throws IOException {
    endRowGroup();
    stream.beginEnd();
    writer.end(metadata);
  }

  @Override
  public void close() throws IOException {
    pages.close();
    codecs.release();
    stream.close();
  }

  /** Ends the pages that are full, and finds when to look again. */
  private void checkPages() throws IOException {
    long rowsToFill = Long.MAX_VALUE;
    long rowLimit = rows + MAX_PAGE_ROWS;
    for (ParquetColumn column : columns) {
      long bytes = column.pageBytes();
      long pageRows = column.pageRows();
      long room = PAGE_BYTES - bytes;
      if (room <= PAGE_BYTES_TOLERANCE || pageRows >= MAX_PAGE_ROWS) {
        column.endPage();
        room = PAGE_BYTES;
      } else {
        rowLimit = Math.min(rowLimit, rows - pageRows + MAX_PAGE_ROWS);
      }
      rowsToFill = Math.min(rowsToFill, bytes == 0 ? MAX_ROWS_TO_CHECK : pageRows * room / bytes);
    }
    long halfway = Math.max(rowsToFill / 2, MIN_ROWS_TO_CHECK);
    nextPageCheck = Math.min(rows + Math.min(halfway, MAX_ROWS_TO_CHECK), rowLimit);
  }

  /** Ends the row group if it is full, and finds when to look again. */
  private void checkRowGroup() throws IOException {
    long bytes = 0;
    for (ParquetColumn column : columns) {
      bytes += column.pageBytes() + column.writtenBytes();
    }
    long rowBytes = bytes / rows;
    if (bytes > ROW_GROUP_BYTES - 2 * rowBytes) {
      endRowGroup();
      beginRowGroup();
      nextRowGroupCheck = MIN_ROWS_TO_CHECK;
    } else {
      long halfway = (rows + (long) (ROW_GROUP_BYTES / (float) rowBytes)) / 2;
      nextRowGroupCheck = Math.min(Math.max(MIN_ROWS_TO_CHECK, halfway), rows + MAX_ROWS_TO_CHECK);
    }
  }

  private void beginRowGroup() {
    pages =
        new ColumnChunkPageWriteStore(
            codecs.getCompressor(compression),
            schema,
            PROPERTIES.getAllocator(),
            PROPERTIES.getColumnIndexTruncateLength(),
            PROPERTIES.getPageWriteChecksumEnabled());
    for (ParquetColumn column : columns) {
      column.beginChunk(pages.getPageWriter(column.descriptor()));
    }
    rows = 0;
    nextPageCheck = MIN_ROWS_TO_CHECK;
  }

  private void endRowGroup() throws IOException {
    if (rows > 0) {
      writer.startBlock(rows);
      for (ParquetColumn column : columns) {
        column.endChunk();
      }
      pages.flushToFileWriter(writer);
      writer.endBlock();
    }
    pages.close();
  }
}
