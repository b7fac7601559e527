package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.OutputFile;

/** The bytes are those that parquet-java's own writer makes of the same rows. */
class ParquetFileTest {
  private static final int ID = 0;
  private static final int COUNT = 1;
  private static final int TIME = 2;
  private static final int STARS = 3;
  private static final int SHARE = 4;
  private static final int NAME = 5;
  private static final int NOTE = 6;
  private static final Schema SCHEMA =
      SchemaBuilder.record("Row")
          .fields()
          .requiredInt("id")
          .optionalInt("count")
          .requiredLong("time")
          .requiredFloat("stars")
          .optionalDouble("share")
          .requiredString("name")
          .optionalString("note")
          .endRecord();

  @TempDir Path folder;
  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 99, 100, 101, 1124, 20_000, 20_001, 65_000})
  void whateverTheNumberOfRows(int rows) throws Exception {
    assertSameBytes(rows, i -> row(i, "name " + random.nextInt(500), sometimes("ü" + i % 30)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 50, 200, 3000})
  void pagesThatEndByTheirSize(int length) throws Exception {
    assertSameBytes(30_000, i -> row(i, text(random.nextInt(length)), sometimes(text(length))));
  }

  @Test
  void aPageOrAColumnOfNulls() throws Exception {
    assertSameBytes(50_000, i -> row(i, "a", i < 20_100 || i > 41_000 ? null : "b" + i));
    assertSameBytes(30_000, i -> row(i, "a", null));
  }

  @Test
  void aDictionaryThatGrowsTooLarge() throws Exception {
    assertSameBytes(
        40_000, i -> row(i, i < 12_000 ? "name" : text(900), i < 25_000 ? "note" : text(600)));
  }

  @Test
  void aColumnOfOneValueWithNarrowRows() throws Exception {
    assertSameBytes(45_000, i -> new Object[] {1, null, 2L, 3f, null, "", null});
  }

  @Test
  void moreThanARowGroup() throws Exception {
    String[] texts = new String[200];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(80_000);
    }
    List<OutputFile> files =
        assertSameBytes(
            1_801, i -> row(i, texts[i % 200].substring(i), i % 7 == 0 ? null : "n" + i % 40));

    assertThat(
        DuckDb.query(
            "SELECT count(DISTINCT row_group_id) FROM parquet_metadata(%s)",
            Path.of(files.get(0).stagedAt())),
        contains("2"));
  }

  @Test
  void aColumnThatDecidesOthersHasAValueInEveryRow() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> write(List.of(), CompressionCodecName.ZSTD, COUNT));

    assertThat(
        refused.getMessage(),
        is("a column that decides another must be required, but count is not"));
  }

  private List<OutputFile> assertSameBytes(int count, IntFunction<Object[]> makeRow)
      throws Exception {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(makeRow.apply(i));
    }
    CompressionCodecName compression =
        List.of(CompressionCodecName.ZSTD, CompressionCodecName.UNCOMPRESSED).get(count % 2);
    OutputFile reference = ReferenceParquet.write(SCHEMA, rows, staging(), compression);
    OutputFile undecided = write(rows, compression, -1);
    OutputFile decided = write(rows, compression, ID);

    assertThat(mismatch(undecided, reference), is(-1L));
    assertThat(mismatch(decided, reference), is(-1L));
    return List.of(reference, undecided, decided);
  }

  private static long mismatch(OutputFile file, OutputFile reference) throws Exception {
    return Files.mismatch(Path.of(file.stagedAt()), Path.of(reference.stagedAt()));
  }

  /** {@code count} is decided by the id. */
  private Object[] row(int i, String name, String note) {
    int id = random.nextInt(1 + i / 3);
    return new Object[] {
      id,
      id % 5 == 0 ? null : id % 11,
      i % 20 == 0 ? random.nextLong() : i / 10 * 1_000_000L,
      random.nextInt(10) / 2f,
      sometimes(random.nextDouble()),
      name,
      note
    };
  }

  private <T> T sometimes(T value) {
    return random.nextInt(10) == 0 ? null : value;
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) ('!' + random.nextInt(90)));
    }
    return text.toString();
  }

  private OutputFile write(List<Object[]> rows, CompressionCodecName compression, int decider)
      throws Exception {
    return ParquetShard.write(new TestTable(decider), rows, staging(), "rows.parquet", compression);
  }

  private Staging staging() {
    return Staging.of(folder.toString(), "r");
  }

  /** A table for one test, which never travels. */
  private record TestTable(int decider) implements ParquetTable<Object[]> {
    @Override
    public String path() {
      return "rows.parquet";
    }

    @Override
    public Schema schema() {
      return SCHEMA;
    }

    @Override
    public int key(Object[] row) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int decidedBy(int column) {
      return column == (decider == COUNT ? NOTE : COUNT) ? decider : -1;
    }

    @Override
    public Rows<Object[]> rows() {
      return (values, row) -> {
        row.set(ID, (Integer) values[ID])
            .set(COUNT, (Integer) values[COUNT])
            .set(TIME, (long) values[TIME])
            .set(STARS, (float) values[STARS])
            .set(NAME, (String) values[NAME])
            .set(NOTE, (String) values[NOTE]);
        if (values[SHARE] != null) {
          row.set(SHARE, (double) values[SHARE]);
        }
        row.write();
      };
    }
  }
}
