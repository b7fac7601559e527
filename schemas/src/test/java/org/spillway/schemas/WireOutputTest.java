package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link WireOutput} and {@link WireInput}, which are each other's inverse. */
class WireOutputTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "127, 1",
    "128, 2",
    "16383, 2",
    "16384, 3",
    "2147483647, 5",
    "9223372036854775807, 9",
    "-1, 10",
    "-9223372036854775808, 10"
  })
  void aVariableLengthNumberTakesSevenBitsAByte(long value, int bytes) {
    WireOutput out = new WireOutput(0);
    out.putVarLong(value);

    assertThat(out.size(), is(bytes));
    assertThat(input(out).getVarLong(), is(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "-1, 1",
    "63, 1",
    "-64, 1",
    "64, 2",
    "-65, 2",
    "9223372036854775807, 10",
    "-9223372036854775808, 10"
  })
  void aZigZagNumberIsSmallForBothSigns(long value, int bytes) {
    WireOutput out = new WireOutput(0);
    out.putZigZag(value);

    assertThat(out.size(), is(bytes));
    assertThat(input(out).getZigZag(), is(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0, 3.5, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, Double.NaN})
  void aDoubleKeepsEveryBit(double value) {
    WireOutput out = new WireOutput(0);
    out.putDouble(value);

    assertThat(out.size(), is(8));
    assertThat(input(out).getDouble(), is(value));
  }

  @Test
  void fieldsComeBackInTheirOrder() {
    WireOutput out = new WireOutput(0);
    out.putByte(-128);
    out.putBoolean(true);
    out.putString("");
    out.putString(Examples.ODD_TEXT);
    out.putNullableString(null);
    out.putNullableString(Examples.LONG_TEXT);
    out.putBytes(new byte[] {9, 8, 7, 6}, 1, 2);

    WireInput in = input(out);

    assertThat(in.getByte(), is((byte) -128));
    assertThat(in.getBoolean(), is(true));
    assertThat(in.getString(), is(""));
    assertThat(in.getString(), is(Examples.ODD_TEXT));
    assertThat(in.getNullableString() == null, is(true));
    assertThat(in.getNullableString(), is(Examples.LONG_TEXT));
    assertThat(in.getBytes(2), is(new byte[] {8, 7}));
    assertThat(in.remaining(), is(0));
  }

  @Test
  void anIntRefusesALong() {
    WireOutput out = new WireOutput(0);
    out.putVarLong(1L << 31);

    assertThrows(ArithmeticException.class, () -> input(out).getVarInt());
  }

  @Test
  void aNumberThatGoesOnIsRefused() {
    byte[] endless = new byte[20];
    Arrays.fill(endless, (byte) 0x80);

    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new WireInput(endless).getVarLong());

    assertThat(e.getMessage(), is("expected a number of at most ten bytes, but it goes on"));
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 1L << 40, -1})
  void aCountIsBoundedByTheBytesThatFollow(long count) {
    WireOutput out = new WireOutput(0);
    out.putVarLong(count);
    out.putByte(0);
    out.putByte(0);

    assertThrows(IllegalArgumentException.class, () -> input(out).getCount());
  }

  @Test
  void aCountOfAllThatFollowsIsTaken() {
    assertThat(new WireInput(new byte[] {2, 0, 0}).getCount(), is(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, -1, Integer.MAX_VALUE})
  void bytesThatAreNotThereAreRefused(int length) {
    WireInput in = new WireInput(new byte[] {1, 2});

    assertThrows(IndexOutOfBoundsException.class, () -> in.getBytes(length));
  }

  private static WireInput input(WireOutput out) {
    return new WireInput(Arrays.copyOf(out.bytes(), out.size()));
  }
}
