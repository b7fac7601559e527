package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.SummaryTable;

class CsvTableTest {

  @Test
  void everyKindOfCell() {
    SummaryTable table =
        SummaryTable.builder("t", "name", "count", "share", "flag", "time", "nothing")
            .row("a", 12, 0.25, true, LocalDateTime.of(2019, 1, 2, 3, 4, 5), null)
            .row("", -3L, 1.0, false, LocalDateTime.of(1997, 12, 31, 0, 0), null)
            .build();

    assertThat(
        CsvTable.render(table),
        is(
            """
            name,count,share,flag,time,nothing
            a,12,0.25,True,2019-01-02 03:04:05,
            ,-3,1.0,False,1997-12-31 00:00:00,
            """));
  }

  @Test
  void textIsQuotedWhereRfc4180AsksForIt() {
    SummaryTable table =
        SummaryTable.builder("t", "a,b", "c")
            .row("say \"cheese\"", "two\nlines")
            .row("Amélie – 映画", " spaces ")
            .build();

    assertThat(
        CsvTable.render(table),
        is(
            """
            "a,b",c
            "say ""cheese""\","two
            lines"
            Amélie – 映画, spaces\s
            """));
  }

  @Test
  void aTableWithoutRowsIsItsHeader() {
    assertThat(CsvTable.render(SummaryTable.metrics("t").build()), is("metric,value\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "12, 12.0",
    "-0.0, -0.0",
    "0.3333333333333333, 0.3333333333333333",
    "3.5403542, 3.5403542",
    "432.70000000000016, 432.70000000000016",
    "0.001, 0.001",
    "0.00045, 0.00045",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "1.25e-7, 1.25e-07",
    "12345678, 12345678.0",
    "12345678.9, 12345678.9",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "-1.5e300, -1.5e+300",
    "2e23, 2e+23",
    "2e-3, 0.002",
  })
  void doublesAreWrittenAsPythonDoes(double value, String expected) {
    assertThat(CsvTable.cell(value), is(expected));
  }

  @Test
  void doublesReadBackAsTheSame() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(CsvTable.cell(value)), is(value));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-30- (1959)", "@home", "\tx", "\rx"})
  void aFormulaIsNeutralizedOnDemand(String text) {
    SummaryTable table = SummaryTable.builder("t", "a").row(text).build();

    assertThat(CsvTable.render(table).replace("\"", ""), is("a\n" + text + "\n"));
    assertThat(CsvTable.renderNeutralized(table).replace("\"", ""), is("a\n'" + text + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a=b", "'quoted", "1-2"})
  void otherTextIsNot(String text) {
    SummaryTable table = SummaryTable.builder("t", "a", "b").row(text, -1).row(-1.5, null).build();

    assertThat(CsvTable.renderNeutralized(table), is("a,b\n" + text + ",-1\n-1.5,\n"));
  }
}
