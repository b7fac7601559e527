package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Beam asks of a coder, asked of every coder of this package. */
class CoderContractTest {

  static List<Example<?>> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void decodesWhatItEncoded(Example<?> example) throws Exception {
    example.forEach(CoderProperties::coderDecodeEncodeEqual);
    example.forEach(CoderProperties::structuralValueDecodeEncodeEqual);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void marksItsOwnEnd(Example<?> example) throws Exception {
    example.forEach(CoderContractTest::checkWithinOthers);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isDeterministic(Example<?> example) throws Exception {
    example.coder().verifyDeterministic();
    example.forEach(CoderContractTest::checkCopyHasTheSameBytes);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void agreesWithEquals(Example<?> example) throws Exception {
    assertThat(example.coder().consistentWithEquals(), is(true));
    example.forEachPair(CoderProperties::coderConsistentWithEquals);
    example.forEachPair(CoderProperties::structuralValueConsistentWithEquals);
    example.forEachPair(CoderContractTest::checkEqualOnlyToItself);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isSerializable(Example<?> example) throws Exception {
    Coder<?> coder = example.coder();
    CoderProperties.coderSerializable(coder);
    SerializableUtils.ensureSerializable(coder);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void knowsItsType(Example<?> example) throws Exception {
    assertThat(example.coder().getEncodedTypeDescriptor(), is(example.type()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void refusesNull(Example<?> example) throws Exception {
    assertThrows(CoderException.class, () -> CoderUtils.encodeToByteArray(example.coder(), null));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void refusesWhatIsCutShort(Example<?> example) throws Exception {
    example.forEach(CoderContractTest::checkEveryPrefixIsRefused);
  }

  private static <T> void checkWithinOthers(Coder<T> coder, T value) throws Exception {
    Coder<T> nullable = NullableCoder.of(coder);
    CoderProperties.coderDecodeEncodeEqual(KvCoder.of(coder, nullable), KV.of(value, null));
    CoderProperties.coderDecodeEncodeEqual(KvCoder.of(nullable, coder), KV.of(value, value));
    CoderProperties.coderDecodeEncodeEqual(
        ListCoder.of(nullable), Arrays.asList(value, null, value));
  }

  private static <T> void checkCopyHasTheSameBytes(Coder<T> coder, T value) throws Exception {
    CoderProperties.coderDeterministic(coder, value, CoderUtils.clone(coder, value));
  }

  private static <T> void checkEqualOnlyToItself(Coder<T> coder, T one, T other) {
    assertThat(one + " equals " + other, one.equals(other), is(one == other));
    assertThat(one.equals("something else"), is(false));
    if (one.equals(other)) {
      assertThat(one.hashCode(), is(other.hashCode()));
    }
  }

  private static <T> void checkEveryPrefixIsRefused(Coder<T> coder, T value) throws Exception {
    byte[] bytes = CoderUtils.encodeToByteArray(coder, value);
    int step = 1 + bytes.length / 300;
    for (int length = 0; length < bytes.length; length += step) {
      byte[] prefix = Arrays.copyOf(bytes, length);
      Exception e =
          assertThrows(
              Exception.class,
              () -> CoderUtils.decodeFromByteArray(coder, prefix),
              () -> prefix.length + " of " + bytes.length + " bytes were taken for a value");
      assertThat(e, instanceOf(CoderException.class));
    }
  }
}
