package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RejectedRow;

class EntryAccountTest {
  private final List<RejectedRow> handedOn = new ArrayList<>();

  private EntryAccount account(double maxRejectedShare) {
    return new EntryAccount(
        Place.ofArchive("f/a.zip").entry("ml/ratings.csv"),
        "a.zip",
        maxRejectedShare,
        1000,
        handedOn::add);
  }

  private static void accept(EntryAccount account, long rows) {
    account.read(rows);
    account.accept(rows);
  }

  private static void reject(EntryAccount account, int rows, RowFault fault) {
    account.read(rows);
    for (int i = 0; i < rows; i++) {
      account.reject(fault, 7 + i, "userId", "why", "text");
    }
  }

  @Test
  void accountsForEveryRow() {
    EntryAccount account = account(0.5);
    accept(account, 3);
    reject(account, 2, RowFault.INVALID_ID);
    account.add(EntryFigures.EXTRA_COLUMNS, 1);

    EntryReport report = account.close();

    assertThat(
        report,
        is(
            new EntryReport(
                "a.zip",
                "ml/ratings.csv",
                5,
                3,
                2,
                new TreeMap<>(Map.of("extra_columns", 1L, "rejected_invalid_id", 2L)))));
    assertThat(
        handedOn.get(1),
        is(new RejectedRow("a.zip", "ml/ratings.csv", 8, "userId", "why", "text")));
  }

  @ParameterizedTest
  @CsvSource({"999,1,0.001,true", "998,1,0.001,false", "0,1,1,true", "1,0,0,true", "999,1,0,false"})
  void acceptsUpToTheShare(long accepted, int rejected, double share, boolean passes) {
    EntryAccount account = account(share);
    accept(account, accepted);
    reject(account, rejected, RowFault.INVALID_RATING);

    if (passes) {
      assertThat(account.close().rejected(), is((long) rejected));
    } else {
      assertThat(
          assertThrows(BadInputException.class, account::close).fault(),
          is(InputFault.TOO_MANY_REJECTED));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5", "0.9999999999999999", "1"})
  void handsOnTheFirstOfVeryManyAndCountsTheOthers(double share) {
    EntryAccount account = account(share);
    int most = EntryAccount.MAX_LISTED;
    accept(account, 2L * most);
    reject(account, most + 3, RowFault.QUOTING);

    EntryReport report = account.close();

    assertThat(handedOn.size(), is(most));
    assertThat(report.rejected(), is(most + 3L));
    assertThat(report.figures().get("unlisted_rejected_rows"), is(3L));
    assertThat(handedOn.get(most - 2).reason(), is("why"));
    assertThat(
        handedOn.get(most - 1).reason(), is("why; rejected rows after this one are not listed"));
  }

  @Test
  void saysHowManyRowsOfAnEntryWereTooMany() {
    EntryAccount account = account(0.001);
    reject(account, 1_000_000, RowFault.QUOTING);

    BadInputException e = assertThrows(BadInputException.class, account::close);
    assertThat(
        e.getMessage(),
        is(
            "INPUT-031 f/a.zip!ml/ratings.csv: too many rows were rejected; expected at most 0.001"
                + " of 1000000 rows, found 1000000 rejected (the first: line 7 userId: why);"
                + " correct the rows or give a higher --maxRejectedShare"));
  }

  /** What a parser has gone past is counted by the parser, not added up from the account. */
  @ParameterizedTest
  @CsvSource({"1,1,1", "2,1,0", "0,1,0"})
  void refusesAnAccountThatDoesNotAddUp(long read, long accepted, int rejected) {
    EntryAccount account = account(1);
    account.read(read);
    account.accept(accepted);
    for (int i = 0; i < rejected; i++) {
      account.reject(RowFault.CELL_COUNT, 2, "", "why", "");
    }

    assertThat(
        assertThrows(IllegalStateException.class, account::close).getMessage(),
        is(
            "f/a.zip!ml/ratings.csv: rows read must be rows accepted + rejected, but "
                + (read + " != " + accepted + " + " + rejected)
                + "; nothing is wrong with the file: please report this"));
  }

  @ParameterizedTest
  @CsvSource({"1,2,true", "2,2,false", "1,1,false", "0,1,true"})
  void guessesMillisecondsIfOverHalfLookLikeIt(long accepted, int milliseconds, boolean guessed) {
    EntryAccount account = account(1);
    accept(account, accepted);
    reject(account, milliseconds, RowFault.TIMESTAMP_IN_MILLISECONDS);

    if (guessed) {
      assertThat(
          assertThrows(BadInputException.class, account::close).fault(),
          is(InputFault.MILLISECONDS));
    } else {
      assertThat(account.close().rejected(), is((long) milliseconds));
    }
  }
}
