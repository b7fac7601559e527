package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder.NonDeterministicException;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.MapCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

/** What {@link CoderContractTest} does not ask: how the coder depends on that of the rows. */
class BatchCoderTest {

  @Test
  void isAsDeterministicAsTheCoderOfItsRows() throws Exception {
    BatchCoder.of(VarIntCoder.of()).verifyDeterministic();
    assertThrows(
        NonDeterministicException.class,
        () -> BatchCoder.of(MapCoder.of(VarIntCoder.of(), VarIntCoder.of())).verifyDeterministic());
  }

  @Test
  void equalsAnotherOfTheSameRows() {
    assertThat(BatchCoder.of(TagCoder.of()), is(BatchCoder.of(TagCoder.of())));
    assertThat(BatchCoder.of(TagCoder.of()).getCoderArguments(), is(List.of(TagCoder.of())));
  }

  @Test
  void refusesANegativeNumberOfRows() {
    byte[] bytes = {0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};

    CoderException e =
        assertThrows(
            CoderException.class,
            () -> CoderUtils.decodeFromByteArray(BatchCoder.of(TagCoder.of()), bytes));

    assertThat(e.getMessage(), is("BatchCoder expected a number of rows, but found: -1"));
  }

  @Test
  void aBatchCopiesItsRows() {
    List<Integer> rows = new ArrayList<>(List.of(1, 2));
    Batch<Integer> batch = new Batch<>(0, rows);
    rows.set(0, 9);

    assertThat(batch.rows(), is(List.of(1, 2)));
  }
}
