package org.spillway.transforms.write;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.spillway.schemas.OutputFile;

/** Writes one file of a {@link ParquetTable}. */
final class ParquetShard {

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
    MessageType columns = new AvroSchemaConverter(new PlainParquetConfiguration()).convert(schema);
    ParquetTable.Rows<T> rows = table.rows();
    StagedFile file = StagedFile.create(staging, path);
    long written;
    try (file;
        ParquetFile parquet = new ParquetFile(new ParquetStream(file), columns, compression)) {
      for (int i = 0; i < columns.getFieldCount(); i++) {
        int decider = table.decidedBy(i);
        if (decider >= 0) {
          parquet.columns()[i].setDecider(parquet.columns()[decider]);
        }
      }
      ParquetRow row = new ParquetRow(parquet);
      for (T element : elements) {
        rows.write(element, row);
      }
      row.flush();
      parquet.end(Map.of("parquet.avro.schema", schema.toString()));
      written = row.written();
    }
    return file.written(written, schema.toString());
  }
}
