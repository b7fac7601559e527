package org.spillway.transforms.inflate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflatingReaderTest {
  /** In fixed blocks. */
  private static final String A = "10010001";

  private static final String END = "0000000";

  private static DeflatedBits fixed() {
    return new DeflatedBits().block(DeflatedBits.FIXED, true);
  }

  private static DeflatedBits dynamic() {
    return new DeflatedBits().block(DeflatedBits.DYNAMIC, true);
  }

  private static String text(DeflatedBits deflated) throws IOException, DataFormatException {
    return Inflated.of(deflated.toBytes()).text();
  }

  private static String refusal(DeflatedBits deflated) {
    byte[] bytes = deflated.toBytes();
    assertThrows(DataFormatException.class, () -> Inflated.byJdk(bytes));
    return assertThrows(DataFormatException.class, () -> Inflated.of(bytes)).getMessage();
  }

  /** Lengths of codes: that of the end, and those of literals. */
  private static int[] literals(int ofEnd, int... ofFirst) {
    int[] lengths = Arrays.copyOf(ofFirst, 257);
    lengths[256] = ofEnd;
    return lengths;
  }

  @Test
  void aFixedBlock() throws Exception {
    assertThat(text(fixed().code(A).code("10010010").code(END)), is("ab"));
  }

  @Test
  void aMatchMayRepeatItself() throws Exception {
    // A length of 10 from 1 byte before.
    assertThat(text(fixed().code(A).code("0001000").code("00000").code(END)), is("a".repeat(11)));
  }

  @Test
  void aLongestMatchIsOf258Bytes() throws Exception {
    assertThat(text(fixed().code(A).code("11000101").code("00000").code(END)), is("a".repeat(259)));
  }

  @Test
  void blocksFollowEachOther() throws Exception {
    DeflatedBits bits =
        new DeflatedBits()
            .block(DeflatedBits.FIXED, false)
            .code(A)
            .code(END)
            .block(DeflatedBits.STORED, false)
            .toByte()
            .number(2, 16)
            .number(~2, 16)
            .number('b', 8)
            .number('c', 8)
            .block(DeflatedBits.STORED, false)
            .toByte()
            .number(0, 16)
            .number(~0, 16)
            .block(DeflatedBits.DYNAMIC, false)
            .codes(literals(1, 2, 2), new int[1])
            .code("10")
            .code("11")
            .code("0")
            .block(DeflatedBits.FIXED, true)
            .code(A)
            .code(END);

    assertThat(text(bits), is("abc\0\1a"));
  }

  @Test
  void anEmptyBlockIsNothing() throws Exception {
    assertThat(Inflated.of(fixed().code(END).toBytes()), is(new Inflated("", 2)));
  }

  @Test
  void theEndIsToldAgain() throws Exception {
    byte[] bytes = fixed().code(A).code(END).toBytes();
    InflatingReader reader = new InflatingReader(new ByteArrayInputStream(bytes)::read);
    byte[] one = new byte[1];

    assertThat(reader.read(one, 0, 1), is(1));
    assertThat(reader.read(one, 0, 1), is(-1));
    assertThat(reader.read(one, 0, 1), is(-1));
  }

  @Test
  void whatFollowsIsNotUsed() throws Exception {
    byte[] deflated = fixed().code(A).code(END).toBytes();
    byte[] more = Arrays.copyOf(deflated, 100_000);
    Arrays.fill(more, deflated.length, more.length, (byte) -1);

    assertThat(Inflated.of(more).used(), is((long) deflated.length));
  }

  @Test
  void aSingleDistanceMayHaveACodeOfOneBit() throws Exception {
    int[] lengths = Arrays.copyOf(literals(1, 2), 258);
    lengths[257] = 2;
    // A zero byte, a match of three from one before.
    DeflatedBits bits =
        dynamic().codes(lengths, new int[] {1}).code("10").code("11").code("0").code("0");

    assertThat(text(bits), is("\0\0\0\0"));
  }

  @Test
  void theOtherCodeOfASingleDistanceIsNone() {
    int[] lengths = Arrays.copyOf(literals(1, 2), 258);
    lengths[257] = 2;

    assertThat(
        refusal(dynamic().codes(lengths, new int[] {1}).code("10").code("11").code("1").code("0")),
        is("a code of no distance"));
  }

  @Test
  void anEndAloneMayHaveACodeOfOneBit() throws Exception {
    assertThat(text(dynamic().codes(literals(1), new int[1]).code("0")), is(""));
    assertThat(
        refusal(dynamic().codes(literals(1), new int[1]).code("1").number(0, 60)),
        is("a code of no literal or length"));
  }

  @Test
  void codesOfFifteenBits() throws Exception {
    int[] lengths = new int[15];
    Arrays.setAll(lengths, i -> i + 1);
    // The last two have 15 bits; the end is the last of all.
    DeflatedBits bits = dynamic().codes(literals(15, lengths), new int[1]);
    for (int i = 0; i < 15; i++) {
      bits.code("1".repeat(i) + "0");
    }

    assertThat(text(bits.code("1".repeat(15))), is("\0\1\2\3\4\5\6\7\b\t\n\u000b\f\r\u000e"));
  }

  @Test
  void moreCodesThanLengthsAllow() {
    assertThat(
        refusal(dynamic().codes(literals(1, 1, 1), new int[1])),
        is("more codes than their lengths allow"));
    assertThat(
        refusal(dynamic().codes(literals(1, 1), new int[] {1, 1, 1})),
        is("more codes than their lengths allow"));
  }

  @Test
  void codesThatLeaveSomeOut() {
    assertThat(
        refusal(dynamic().codes(literals(2, 1), new int[1])),
        is("codes whose lengths leave some out"));
    assertThat(
        refusal(dynamic().codes(literals(2), new int[1])),
        is("codes whose lengths leave some out"));
    assertThat(
        refusal(dynamic().codes(literals(1, 1), new int[] {2})),
        is("codes whose lengths leave some out"));
  }

  @Test
  void codesOfLengthsThatLeaveSomeOut() {
    // A single one, of one bit: 18.
    DeflatedBits bits = dynamic().number(0, 5).number(0, 5).number(0, 4);

    assertThat(
        refusal(bits.number(0, 6).number(1, 3).number(0, 3).number(0, 200)),
        is("codes whose lengths leave some out"));
  }

  @Test
  void aBlockWithoutAnEnd() {
    assertThat(
        refusal(dynamic().codes(literals(0, 1, 1), new int[1])), is("a block that cannot end"));
  }

  @ParameterizedTest
  @CsvSource({"30, 0", "31, 0", "0, 30", "0, 31"})
  void moreCodesThanSymbols(int literals, int distances) {
    assertThat(
        refusal(dynamic().number(literals, 5).number(distances, 5).number(15, 4).number(0, 99)),
        is("more lengths or distances than there can be"));
  }

  @Test
  void aRepetitionOfNothing() {
    DeflatedBits bits = dynamic().number(0, 5).number(0, 5).number(0, 4);

    // The lengths 16 and 17 have codes of one bit.
    assertThat(
        refusal(bits.number(1, 3).number(1, 3).number(0, 6).code("0").number(0, 99)),
        is("a repetition of no length"));
  }

  @Test
  void aRepetitionOfTooMuch() {
    DeflatedBits bits = dynamic().number(0, 5).number(0, 5).number(0, 4);
    // The lengths 17 and 18 have codes of one bit: twice 138 zeros where 258 are due.
    bits.number(0, 3).number(1, 3).number(1, 3).number(0, 3);

    assertThat(
        refusal(bits.code("1").number(127, 7).code("1").number(127, 7)),
        is("more lengths than there are codes"));
  }

  @Test
  void anUnknownBlockType() {
    assertThat(refusal(new DeflatedBits().block(3, true)), is("an unknown block type"));
  }

  @Test
  void aStoredBlockWhoseLengthsDiffer() {
    assertThat(
        refusal(new DeflatedBits().block(0, true).toByte().number(2, 16).number(~3, 16)),
        is("a stored block whose lengths differ"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"11000110", "11000111"})
  void lengthsWithoutAMeaning(String code) {
    assertThat(
        refusal(fixed().code(A).code(code).number(0, 60)), is("a code of no literal or length"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"11110", "11111"})
  void distancesWithoutAMeaning(String code) {
    assertThat(
        refusal(fixed().code(A).code("0000001").code(code).number(0, 60)),
        is("a code of no distance"));
  }

  @Test
  void aMatchFromBeforeTheBeginning() {
    assertThat(
        refusal(fixed().code(A).code("0000001").code("00001").code(END)),
        is("a match from before the beginning"));
  }

  @Test
  void dataThatBreaksOff() {
    byte[] random = new byte[300];
    new Random(1).nextBytes(random);
    byte[] deflated = Inflated.deflate(random, 6, Deflater.HUFFMAN_ONLY);
    for (int length = 0; length < deflated.length; length++) {
      byte[] cut = Arrays.copyOf(deflated, length);

      assertThat(
          assertThrows(DataFormatException.class, () -> Inflated.of(cut)).getMessage(),
          is("data that breaks off"));
    }
  }

  @Test
  void anEndThatIsNotWholeIsNone() {
    // Five of its seven bits, in the second byte.
    assertThat(refusal(fixed().code(A)), is("data that breaks off"));
  }

  /** As late as can be, so that the longest match needs most room. */
  @Test
  void aMatchMayCrossTheEndOfAStep() throws Exception {
    int beforeStepEnds = (224 << 10) - 1;
    DeflatedBits bits = new DeflatedBits();
    for (int left = beforeStepEnds; left > 0; left -= 65_535) {
      int length = Math.min(left, 65_535);
      bits.block(DeflatedBits.STORED, false).toByte().number(length, 16).number(~length, 16);
      for (int i = 0; i < length; i++) {
        bits.number(i, 8);
      }
    }
    // Of 258 bytes, from 9 before.
    bits.block(DeflatedBits.FIXED, true).code(A).code("11000101").code("00110").number(0, 2);
    byte[] bytes = bits.code(END).toBytes();

    assertThat(Inflated.of(bytes).equals(Inflated.byJdk(bytes)), is(true));
    assertThat(Inflated.of(bytes).text().length(), is(beforeStepEnds + 1 + 258));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void isOfNoUseAfterAFailure(int firstByte) {
    InflatingReader reader =
        new InflatingReader(new ByteArrayInputStream(new byte[] {(byte) firstByte})::read);
    assertThrows(DataFormatException.class, () -> reader.read(new byte[1], 0, 1));

    assertThrows(IllegalStateException.class, () -> reader.read(new byte[1], 0, 1));
  }

  @Test
  void whatTheSourceThrowsIsThrown() {
    InflatingReader reader =
        new InflatingReader(
            (bytes, offset, length) -> {
              throw new IOException("as it is");
            });

    assertThat(
        assertThrows(IOException.class, () -> reader.read(new byte[1], 0, 1)).getMessage(),
        is("as it is"));
  }
}
