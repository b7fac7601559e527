package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.VarInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is inside a value's frame: damage there is found too, and named. */
class WireCoderTest {

  static List<Example<?>> examples() {
    return Examples.all().stream()
        .filter(example -> !example.type().getRawType().equals(Batch.class))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aShortenedFrameIsDamaged(Example<?> example) throws Exception {
    example.forEach(WireCoderTest::checkShorterFramesAreRefused);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExtendedFrameIsDamaged(Example<?> example) throws Exception {
    example.forEach(WireCoderTest::checkLongerFrameIsRefused);
  }

  @Test
  void theMessageNamesTheCoderAndTheFault() {
    assertThat(messageFor(), is("TagCoder could not read the length of a value"));
    assertThat(
        messageFor(9, 1), is("TagCoder expected 9 bytes of a value, but the stream ended after 1"));
    assertThat(
        messageFor(0xFF, 0xFF, 0xFF, 0xFF, 0x0F), is("TagCoder expected a length, but found: -1"));
    assertThat(messageFor(1, 1), is("TagCoder was given damaged bytes"));
    assertThat(messageFor(5, 1, 2, 0, 3, 4), is("TagCoder left over 1 bytes of a value"));
  }

  @Test
  void aDamagedCountDoesNotTakeMemory() throws Exception {
    byte[] hugeBatch = frame(new byte[] {0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F});

    CoderException e =
        assertThrows(
            CoderException.class,
            () -> CoderUtils.decodeFromByteArray(RatingBatchCoder.of(), hugeBatch));

    assertThat(
        e.getCause().getMessage(),
        is("expected at most 0 parts of a value, but found a count of: 268435455"));
  }

  @Test
  void aNullIsNamed() {
    CoderException e =
        assertThrows(
            CoderException.class, () -> CoderUtils.encodeToByteArray(MovieCoder.of(), null));

    assertThat(e.getMessage(), is("MovieCoder cannot encode a null"));
  }

  private static <T> void checkShorterFramesAreRefused(Coder<T> coder, T value) throws Exception {
    byte[] content = contentOf(coder, value);
    int step = 1 + content.length / 300;
    for (int length = 0; length < content.length; length += step) {
      byte[] shorter = frame(Arrays.copyOf(content, length));
      assertThrows(
          CoderException.class,
          () -> CoderUtils.decodeFromByteArray(coder, shorter),
          () -> shorter.length + " bytes were taken for a value");
    }
  }

  private static <T> void checkLongerFrameIsRefused(Coder<T> coder, T value) throws Exception {
    byte[] content = contentOf(coder, value);
    byte[] longer = frame(Arrays.copyOf(content, content.length + 1));
    assertThrows(CoderException.class, () -> CoderUtils.decodeFromByteArray(coder, longer));
  }

  private static <T> byte[] contentOf(Coder<T> coder, T value) throws Exception {
    ByteArrayInputStream stream =
        new ByteArrayInputStream(CoderUtils.encodeToByteArray(coder, value));
    assertThat(VarInt.decodeInt(stream), is(stream.available()));
    return stream.readAllBytes();
  }

  private static byte[] frame(byte[] content) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    VarInt.encode(content.length, stream);
    stream.write(content);
    return stream.toByteArray();
  }

  private static String messageFor(int... bytes) {
    byte[] stream = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      stream[i] = (byte) bytes[i];
    }
    return assertThrows(
            CoderException.class, () -> CoderUtils.decodeFromByteArray(TagCoder.of(), stream))
        .getMessage();
  }
}
