package org.spillway.transforms.write;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/** Hands the columns of a {@link ParquetRow} to Parquet without boxing them. */
final class ParquetRowSupport extends WriteSupport<ParquetRow> {
  private final MessageType schema;
  private final Map<String, String> metadata;
  private final Runnable whenRowsAreWritten;
  private final String[] names;
  private final PrimitiveTypeName[] types;
  private final boolean[] required;
  private RecordConsumer consumer;

  /**
   * Support for one file.
   *
   * @param metadata what the file's footer says beside the schema
   * @param whenRowsAreWritten is called when all rows are written and the footer is not
   */
  ParquetRowSupport(MessageType schema, Map<String, String> metadata, Runnable whenRowsAreWritten) {
    this.schema = schema;
    this.metadata = metadata;
    this.whenRowsAreWritten = whenRowsAreWritten;
    int columns = schema.getFieldCount();
    names = new String[columns];
    types = new PrimitiveTypeName[columns];
    required = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      Type type = schema.getType(i);
      names[i] = type.getName();
      types[i] = type.asPrimitiveType().getPrimitiveTypeName();
      required[i] = type.isRepetition(Repetition.REQUIRED);
    }
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema, metadata);
  }

  @Override
  @SuppressWarnings("deprecation") // Parquet asks for it, though it calls the one above.
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema, metadata);
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(ParquetRow row) {
    consumer.startMessage();
    for (int i = 0; i < names.length; i++) {
      if (row.isSet(i)) {
        consumer.startField(names[i], i);
        writeValue(row, i);
        consumer.endField(names[i], i);
      } else if (required[i]) {
        throw new IllegalStateException("column " + names[i] + " must have a value in every row");
      }
    }
    consumer.endMessage();
  }

  @Override
  public FinalizedWriteContext finalizeWrite() {
    whenRowsAreWritten.run();
    return super.finalizeWrite();
  }

  private void writeValue(ParquetRow row, int column) {
    switch (types[column]) {
      case INT32 -> consumer.addInteger((int) row.bits(column));
      case INT64 -> consumer.addLong(row.bits(column));
      case FLOAT -> consumer.addFloat(Float.intBitsToFloat((int) row.bits(column)));
      case DOUBLE -> consumer.addDouble(Double.longBitsToDouble(row.bits(column)));
      case BINARY -> consumer.addBinary(row.text(column));
      default -> throw new IllegalStateException("no way to write a " + types[column]);
    }
  }
}
