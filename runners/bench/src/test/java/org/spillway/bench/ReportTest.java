package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Contestant SPILLWAY = contestant("spillway", Contestant.Results.ALL);
  private static final Contestant PIPED = contestant("duckdb-piped", Contestant.Results.ALL);
  private static final Contestant EXTRACTED =
      contestant("duckdb-extracted", Contestant.Results.ALL);

  @TempDir private Path folder;

  @Test
  void ratiosAreOfPairsWithinARound() throws IOException {
    Report report =
        comparison(
            Map.of(
                SPILLWAY, List.of(took(10), took(30), took(12)),
                PIPED, List.of(took(5), took(20), took(4)),
                EXTRACTED, List.of(took(9), took(9), took(9))));

    JsonNode piped = named(report.json(), "duckdb-piped");
    assertThat(piped.get("spillway_ratio").toString(), is("[2.0,1.5,3.0]"));
    assertThat(piped.get("median_spillway_ratio").doubleValue(), is(2.0));
    assertThat(piped.get("median_wall_seconds").doubleValue(), is(5.0));
    assertThat(named(report.json(), "spillway").get("median_spillway_ratio").isNull(), is(true));
    assertThat(report.json().get("fastest_duckdb").textValue(), is("duckdb-piped"));
    assertThat(report.json().get("fastest_of_the_others").textValue(), is("duckdb-piped"));
    assertThat(piped.get("peak_bytes").toString(), is("[1000000,1000000,1000000]"));
    assertThat(
        text(report),
        allOf(
            containsString("tables and Parquet files agree"),
            containsString("polars: left out, needs node")));
  }

  @Test
  void withoutSpillwayNothingIsChecked() throws IOException {
    Report report = comparison(Map.of(PIPED, List.of(took(5))));

    assertThat(text(report), containsString("not checked"));
    assertThat(text(report), not(containsString("agree")));
  }

  @Test
  void whatIsNotMeasuredIsNeverZero() throws IOException {
    Report report = comparison(Map.of(SPILLWAY, List.of(new Measurement(1, null, null))));

    assertThat(text(report), containsString("not measured not measured"));
    JsonNode spillway = named(report.json(), "spillway");
    assertThat(spillway.get("median_cpu_seconds").isNull(), is(true));
    assertThat(spillway.get("peak_bytes").toString(), is("[null]"));
  }

  @Test
  void theExponentIsFittedFromFourMillionOn() {
    Map<Integer, List<Measurement>> series = new LinkedHashMap<>();
    series.put(1_000_000, List.of(took(7)));
    series.put(4_000_000, List.of(took(8)));
    series.put(16_000_000, List.of(took(16)));
    Report report = new GrowthReport(50, series);

    assertThat(report.json().get("exponent").doubleValue(), closeTo(0.5, 1e-9));
    assertThat(
        text(report), containsString("From 4 million on, time grows as ratings to the 0.50"));
  }

  @Test
  void oneSizeHasNoExponent() {
    Report report = new GrowthReport(50, Map.of(4_000_000, List.of(took(8))));

    assertThat(report.json().get("exponent").isNull(), is(true));
    assertThat(text(report), not(containsString("grows as")));
  }

  private Report comparison(Map<Contestant, List<Measurement>> measured) throws IOException {
    Path archive = Files.writeString(folder.resolve("a.zip"), "archive");
    Map<Contestant, List<Measurement>> inOrder = new LinkedHashMap<>();
    List.of(SPILLWAY, PIPED, EXTRACTED).stream()
        .filter(measured::containsKey)
        .forEach(contestant -> inOrder.put(contestant, measured.get(contestant)));
    return ComparisonReport.of(archive, 50, inOrder, Map.of("polars", "needs node"));
  }

  private static JsonNode named(JsonNode report, String name) {
    for (JsonNode contestant : report.get("contestants")) {
      if (contestant.get("name").textValue().equals(name)) {
        return contestant;
      }
    }
    throw new AssertionError("no " + name + " in " + report);
  }

  private static String text(Report report) {
    StringWriter text = new StringWriter();
    report.print(new PrintWriter(text));
    return text.toString();
  }

  private static Measurement took(double seconds) {
    return new Measurement(seconds, 2 * seconds, 1_000_000L);
  }

  private static Contestant contestant(String name, Contestant.Results results) {
    return new Contestant(name, "does it", results, Map.of(), (archive, output) -> List.of());
  }
}
