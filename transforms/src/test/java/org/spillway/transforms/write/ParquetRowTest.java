package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.OutputFile;

class ParquetRowTest {
  private static final Schema SCHEMA =
      SchemaBuilder.record("Row")
          .fields()
          .requiredInt("id")
          .optionalInt("count")
          .requiredString("name")
          .optionalString("note")
          .endRecord();

  @TempDir Path folder;

  @Test
  void aRowKeepsNothingOfTheRowBefore() throws Exception {
    OutputFile file =
        write(
            (id, row) -> {
              row.set(0, id).set(1, (Integer) 5).set(2, "a").set(3, "b").write();
              row.set(0, id).set(2, "c").write();
              row.set(0, id).set(1, (Integer) null).set(2, "ü").set(3, (String) null).write();
            });

    assertThat(
        DuckDb.query("SELECT * FROM %s", Path.of(file.stagedAt())),
        contains("9\t5\ta\tb", "9\tnull\tc\tnull", "9\tnull\tü\tnull"));
    assertThat(file.rows(), is(3L));
  }

  @Test
  void refusesAValueOfAnotherType() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> write((id, row) -> row.set(0, 1L)));

    assertThat(refused.getMessage(), is("column id holds INT32, not INT64"));
  }

  @Test
  void refusesARowWithoutARequiredValue() {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> write((id, row) -> row.set(0, id).write()));

    assertThat(refused.getMessage(), is("column name must have a value in every row"));
  }

  private OutputFile write(ParquetTable.Rows<Integer> rows) throws Exception {
    return ParquetShard.write(
        new TestTable(rows),
        List.of(9),
        Staging.of(folder.toString(), "r"),
        "rows.parquet",
        CompressionCodecName.UNCOMPRESSED);
  }

  /** A table for one test, which never travels. */
  private record TestTable(Rows<Integer> rows) implements ParquetTable<Integer> {
    @Override
    public String path() {
      return "rows.parquet";
    }

    @Override
    public Schema schema() {
      return SCHEMA;
    }

    @Override
    public int key(Integer element) {
      return element;
    }
  }
}
