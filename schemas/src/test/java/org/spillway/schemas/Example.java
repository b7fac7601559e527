package org.spillway.schemas;

import java.util.List;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.values.TypeDescriptor;

/** A type that flows, and some of its values. */
record Example<T>(TypeDescriptor<T> type, List<T> values) {

  /** What a coder has to do with one value. */
  interface Check {
    <T> void accept(Coder<T> coder, T value) throws Exception;
  }

  /** What a coder has to do with two values. */
  interface PairCheck {
    <T> void accept(Coder<T> coder, T one, T other) throws Exception;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only copied.
  static <T> Example<T> of(Class<T> type, T... values) {
    return new Example<>(TypeDescriptor.of(type), List.of(values));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only copied.
  static <T> Example<T> of(TypeDescriptor<T> type, T... values) {
    return new Example<>(type, List.of(values));
  }

  /** The coder that a pipeline would use without being told. */
  Coder<T> coder() throws CannotProvideCoderException {
    return CoderRegistry.createDefault().getCoder(type);
  }

  void forEach(Check check) throws Exception {
    for (T value : values) {
      check.accept(coder(), value);
    }
  }

  void forEachPair(PairCheck check) throws Exception {
    for (T one : values) {
      for (T other : values) {
        check.accept(coder(), one, other);
      }
    }
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
