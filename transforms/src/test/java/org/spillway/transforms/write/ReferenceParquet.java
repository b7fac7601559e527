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
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.spillway.schemas.OutputFile;

/** Writes rows with parquet-java's own writer, a record at a time. */
final class ReferenceParquet {
  private static final ParquetConfiguration PLAIN = new PlainParquetConfiguration();

  private ReferenceParquet() {}

  static OutputFile write(
      Schema schema, List<Object[]> rows, Staging staging, CompressionCodecName compression)
      throws IOException {
    StagedFile file = StagedFile.create(staging, "reference.parquet");
    try (ParquetWriter<Object[]> writer =
        new Builder(new ParquetStream(file), schema).withCompressionCodec(compression).build()) {
      for (Object[] row : rows) {
        writer.write(row);
      }
    }
    return file.written(rows.size(), schema.toString());
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
    private final Support support;

    Builder(ParquetStream stream, Schema schema) {
      super(stream);
      support = new Support(schema, stream);
      withDictionaryPageSize(8 << 20);
      withSizeStatisticsEnabled(false);
      withConf(PLAIN);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
      return support;
    }

    @Override
    @SuppressWarnings("deprecation") // Parquet asks for it, though it calls the one above.
    protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
      return support;
    }
  }

  private static final class Support extends WriteSupport<Object[]> {
    private final WriteContext context;
    private final MessageType columns;
    private final ParquetStream stream;
    private RecordConsumer consumer;

    Support(Schema schema, ParquetStream stream) {
      columns = new AvroSchemaConverter(PLAIN).convert(schema);
      context = new WriteContext(columns, Map.of("parquet.avro.schema", schema.toString()));
      this.stream = stream;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return context;
    }

    @Override
    @SuppressWarnings("deprecation") // Parquet asks for it, though it calls the one above.
    public WriteContext init(Configuration configuration) {
      return context;
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(Object[] row) {
      consumer.startMessage();
      for (int i = 0; i < row.length; i++) {
        if (row[i] != null) {
          consumer.startField(columns.getFieldName(i), i);
          add(row[i]);
          consumer.endField(columns.getFieldName(i), i);
        }
      }
      consumer.endMessage();
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
      stream.beginEnd();
      return super.finalizeWrite();
    }

    private void add(Object value) {
      if (value instanceof Integer number) {
        consumer.addInteger(number);
      } else if (value instanceof Long number) {
        consumer.addLong(number);
      } else if (value instanceof Float number) {
        consumer.addFloat(number);
      } else if (value instanceof Double number) {
        consumer.addDouble(number);
      } else {
        consumer.addBinary(Binary.fromString((String) value));
      }
    }
  }
}
