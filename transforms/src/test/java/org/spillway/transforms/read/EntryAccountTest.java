package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
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

  private EntryAccount account(double maxRejectedShare, long entryBytes) {
    return new EntryAccount(
        Place.ofArchive("f/a.zip").entry("ml/ratings.csv"),
        "a.zip",
        maxRejectedShare,
        entryBytes,
        8,
        handedOn::add);
  }

  private static void reject(EntryAccount account, int rows, RowFault fault) {
    for (int i = 0; i < rows; i++) {
      account.reject(fault, 7 + i, "userId", "why", "text");
    }
  }

  @Test
  void accountsForEveryRow() {
    EntryAccount account = account(0.5, 1000);
    account.accept(3);
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
    EntryAccount account = account(share, 100_000);
    account.accept(accepted);
    reject(account, rejected, RowFault.INVALID_RATING);

    if (passes) {
      assertThat(account.close().rejected(), is((long) rejected));
    } else {
      assertThat(
          assertThrows(BadInputException.class, account::close).fault(),
          is(InputFault.TOO_MANY_REJECTED));
    }
  }

  /** Of an entry that passes, every rejected row is handed on. */
  @Test
  void handsOnAsManyAsAnEntryCanHaveThatPasses() {
    // 9,990 rows of 8 bytes can be accepted, and a thousandth of all rows rejected.
    EntryAccount account = account(0.001, 9_990 * 8);
    account.accept(9_990);
    reject(account, 10, RowFault.QUOTING);

    assertThat(account.close().read(), is(10_000L));
    assertThat(handedOn.size(), is(10));
  }

  @Test
  void holdsNoMoreRowsOfAnEntryThatMustFail() {
    EntryAccount account = account(0.001, 8_000_000);
    reject(account, 1_000_000, RowFault.QUOTING);

    assertThat(handedOn.size(), is(lessThan(1_100)));
    BadInputException e = assertThrows(BadInputException.class, account::close);
    assertThat(
        e.getMessage(),
        is(
            "INPUT-031 f/a.zip!ml/ratings.csv: too many rows were rejected; expected at most 0.001"
                + " of 1000000 rows, found 1000000 rejected (the first: line 7 userId: why);"
                + " correct the rows or raise maxRejectedShare"));
  }

  @ParameterizedTest
  @CsvSource({"1,2,true", "2,2,false", "1,1,false", "0,1,true"})
  void guessesMillisecondsIfOverHalfLookLikeIt(long accepted, int milliseconds, boolean guessed) {
    EntryAccount account = account(1, 1000);
    account.accept(accepted);
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
