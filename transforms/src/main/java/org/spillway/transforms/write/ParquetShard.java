package org.spillway.transforms.write;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;

/** Writes one file of a {@link ParquetTable}. */
final class ParquetShard {

  /** Titles of a whole catalog fit, which keeps every text column a column of small numbers. */
  private static final int DICTIONARY_BYTES = 8 << 20;

  private ParquetShard() {}

  /**
   * Stages a file with the rows of these elements, which may be none.
   *
   * @param path where the file is published
   * @param elements in the order of the table's key
   */
  static <T> org.spillway.schemas.OutputFile write(
      ParquetTable<T> table,
      List<T> elements,
      Staging staging,
      String path,
      CompressionCodecName compression)
      throws IOException {
    Schema schema = table.schema();
    MessageType columns = new AvroSchemaConverter().convert(schema);
    ParquetTable.Rows<T> rows = table.rows();
    StagedFile file = StagedFile.create(staging, path);
    long written;
    try (file;
        ParquetWriter<ParquetRow> writer =
            new Builder(file, columns, schema).withCompressionCodec(compression).build()) {
      ParquetRow row = new ParquetRow(columns, writer::write);
      for (T element : elements) {
        rows.write(element, row);
      }
      written = row.written();
    }
    return file.written(written, schema.toString());
  }

  private static final class Builder extends ParquetWriter.Builder<ParquetRow, Builder> {
    private final ParquetRowSupport support;

    Builder(StagedFile file, MessageType columns, Schema schema) {
      super(new StagedParquet(file));
      support = new ParquetRowSupport(columns, Map.of("parquet.avro.schema", schema.toString()));
      withDictionaryPageSize(DICTIONARY_BYTES);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // Parquet asks for it, though it calls the one below.
    protected WriteSupport<ParquetRow> getWriteSupport(Configuration configuration) {
      return support;
    }

    @Override
    protected WriteSupport<ParquetRow> getWriteSupport(ParquetConfiguration configuration) {
      return support;
    }
  }

  /** What Parquet asks of a file that is written to. */
  private record StagedParquet(StagedFile file) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new ParquetStream(file);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
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
}
