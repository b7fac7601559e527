package org.spillway.transforms.write;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.spillway.schemas.OutputFile;

/** Writes one file of a {@link ParquetTable}. */
final class ParquetShard {

  /** Titles of a whole catalog fit, which keeps every text column a column of small numbers. */
  private static final int DICTIONARY_BYTES = 8 << 20;

  /** No Hadoop configuration that happens to be on the class path has a say in the bytes. */
  private static final ParquetConfiguration PLAIN = new PlainParquetConfiguration();

  private ParquetShard() {}

  /**
   * Stages a file with the rows of these elements, which may be none.
   *
   * @param path where the file is published
   * @param elements in the order of the table's key
   */
  static <T> OutputFile write(
      ParquetTable<T> table,
      List<T> elements,
      Staging staging,
      String path,
      CompressionCodecName compression)
      throws IOException {
    Schema schema = table.schema();
    MessageType columns = new AvroSchemaConverter(PLAIN).convert(schema);
    ParquetTable.Rows<T> rows = table.rows();
    StagedFile file = StagedFile.create(staging, path);
    long written;
    try (file;
        ParquetWriter<ParquetRow> writer =
            new Builder(new ParquetStream(file), columns, schema)
                .withCompressionCodec(compression)
                .build()) {
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

    Builder(ParquetStream stream, MessageType columns, Schema schema) {
      super(stream);
      Map<String, String> metadata = Map.of("parquet.avro.schema", schema.toString());
      support = new ParquetRowSupport(columns, metadata, stream::beginEnd);
      withDictionaryPageSize(DICTIONARY_BYTES);
      withSizeStatisticsEnabled(false);
      withConf(PLAIN);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<ParquetRow> getWriteSupport(ParquetConfiguration configuration) {
      return support;
    }

    @Override
    @SuppressWarnings("deprecation") // Parquet asks for it, though it calls the one above.
    protected WriteSupport<ParquetRow> getWriteSupport(Configuration configuration) {
      return support;
    }
  }
}
