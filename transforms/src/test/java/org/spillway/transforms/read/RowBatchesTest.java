package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Batch;

class RowBatchesTest {
  private static final int MEBIBYTE = 1 << 20;

  private final List<Batch<String>> batches = new ArrayList<>();

  @Test
  void onlyTheFirstRowsAreWanted() {
    RowBatches<String> rows = new RowBatches<>(2, batches::add);

    assertThat(rows.wants(0), is(true));
    assertThat(rows.wants(1), is(true));
    assertThat(rows.wants(2), is(false));
  }

  @Test
  void aBatchHasTheNumberOfItsFirstRow() {
    RowBatches<String> rows = new RowBatches<>(100, batches::add);
    rows.add(3, "a", 1);
    rows.add(7, "b", 1);
    rows.finish();
    rows.finish();

    assertThat(batches, is(List.of(new Batch<>(3, List.of("a", "b")))));
  }

  @Test
  void aGapEndsABatchWhereThatIsWanted() {
    RowBatches<String> rows = new RowBatches<>(100, true, batches::add);
    rows.add(3, "a", 1);
    rows.add(4, "b", 1);
    rows.add(6, "c", 1);
    rows.finish();

    assertThat(
        batches, is(List.of(new Batch<>(3, List.of("a", "b")), new Batch<>(6, List.of("c")))));
  }

  @Test
  void muchTextEndsABatchAndIsAddedUp() {
    RowBatches<String> rows = new RowBatches<>(100, batches::add);
    int row = 0;
    while (batches.isEmpty()) {
      rows.add(row++, "text", MEBIBYTE);
      assertThat(rows.bytes(), is((long) row * MEBIBYTE));
    }
    int mostOfABatch = row - 1;
    while (batches.size() == 1) {
      rows.add(row++, "text", MEBIBYTE);
    }

    assertThat("the next has as much", row, is(2 * mostOfABatch + 1));
    assertThat(batches.get(0).rows().size(), is(mostOfABatch));
    assertThat(batches.get(1).position(), is((long) mostOfABatch));
    assertThat(rows.bytes(), is((long) row * MEBIBYTE));
  }
}
