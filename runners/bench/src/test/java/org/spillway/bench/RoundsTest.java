package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();
  private Rounds rounds;

  @BeforeEach
  void rounds() throws Exception {
    Path archive = Files.writeString(folder.resolve("a.zip"), "archive");
    rounds =
        new Rounds(
            archive, folder.resolve("runs"), Duration.ofSeconds(60), new PrintWriter(said, true));
  }

  @Test
  void inTurnAfterOneRoundToWarmUp() throws Exception {
    Contestant a = writing("spillway", "7");
    Contestant b = writing("b", "7.0");

    Map<Contestant, List<Measurement>> measured = rounds.run(List.of(a, b), 2);

    assertThat(Files.readString(folder.resolve("order")), is("spillway b spillway b spillway b "));
    assertThat(measured, allOf(hasKey(a), hasKey(b)));
    assertThat(measured.get(b).size(), is(2));
    assertThat(said.toString(), containsString("b: tables agree"));
  }

  @Test
  void aDisagreementEndsItBeforeAnythingIsCounted() throws Exception {
    DisagreementException e =
        assertThrows(
            DisagreementException.class,
            () -> rounds.run(List.of(writing("spillway", "7"), writing("b", "8")), 2));

    assertThat(
        e.getMessage(),
        allOf(
            startsWith("b disagrees with spillway in 1 place:\n"),
            containsString(
                "writeup/tables/t.csv, row 1 (a), column rows: spillway has 7, the other has 8")));
    assertThat(Files.readString(folder.resolve("order")), is("spillway b "));
  }

  /** A contestant that appends its name to a file, and writes a table with one number. */
  private Contestant writing(String name, String number) {
    String script =
        "printf '%s ' \"$1\" >>\"$2/order\"; mkdir -p \"$3/processed\" \"$3/writeup/tables\";"
            + " printf 'tag,rows\\na,%s\\n' \"$4\" >\"$3/writeup/tables/t.csv\";"
            + " printf 'check,value\\nx,1\\n'"
            + " >\"$3/processed/movielens_interference_setup_readiness.csv\"";
    return new Contestant(
        name,
        "writes a number",
        Contestant.Results.TABLES,
        Map.of(),
        (archive, output) ->
            List.of(
                "bash", "-c", script, "bash", name, folder.toString(), output.toString(), number));
  }
}
