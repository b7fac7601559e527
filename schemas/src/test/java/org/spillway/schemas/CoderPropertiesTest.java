package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.values.TypeDescriptor;

/** What holds of every coder of this package, for values that nobody has chosen. */
@AddLifecycleHook(SetSeed.class)
class CoderPropertiesTest {

  @Provide
  Arbitrary<Example<?>> examples() {
    return ArbitraryValues.examples();
  }

  @Property
  void decodesWhatItEncodedAndNotWhatFollows(
      @ForAll("examples") Example<?> example, @ForAll byte[] following) throws Exception {
    example.forEach(
        new Example.Check() {
          @Override
          public <T> void accept(Coder<T> coder, T value) throws Exception {
            checkFollowed(coder, value, following);
          }
        });
  }

  @Property
  void encodesEqualValuesAlike(@ForAll("examples") Example<?> example) throws Exception {
    example.forEach(CoderPropertiesTest::checkCopy);
  }

  @Property
  void damagedBytesAreAnotherValueOrRefused(
      @ForAll("examples") Example<?> example, @ForAll int at, @ForAll byte damage)
      throws Exception {
    example.forEach(
        new Example.Check() {
          @Override
          public <T> void accept(Coder<T> coder, T value) throws Exception {
            byte[] bytes = encoded(coder, value);
            bytes[Math.floorMod(at, bytes.length)] ^= damage;
            try {
              coder.decode(new ByteArrayInputStream(bytes));
            } catch (CoderException e) {
              // That is what a coder refuses bytes with.
            }
          }
        });
  }

  /** So that a new type is not forgotten here. */
  @Property(tries = 1)
  void everyTypeIsTried() {
    Set<TypeDescriptor<?>> expected = new HashSet<>();
    Examples.all().forEach(example -> expected.add(example.type()));
    Set<TypeDescriptor<?>> tried = new HashSet<>();
    examples().sampleStream().limit(2000).forEach(example -> tried.add(example.type()));

    assertThat(tried, is(expected));
  }

  private static <T> void checkFollowed(Coder<T> coder, T value, byte[] following)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    coder.encode(value, out);
    out.write(following);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());

    assertThat(coder.decode(in), is(value));
    assertArrayEquals(following, in.readAllBytes());
  }

  private static <T> void checkCopy(Coder<T> coder, T value) throws IOException {
    byte[] bytes = encoded(coder, value);
    T copy = coder.decode(new ByteArrayInputStream(bytes));

    assertThat(copy.hashCode(), is(value.hashCode()));
    assertArrayEquals(bytes, encoded(coder, value));
    assertArrayEquals(bytes, encoded(coder, copy));
  }

  private static <T> byte[] encoded(Coder<T> coder, T value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    coder.encode(value, out);
    return out.toByteArray();
  }
}
