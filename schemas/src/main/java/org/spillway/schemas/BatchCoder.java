package org.spillway.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.StructuredCoder;
import org.apache.beam.sdk.util.VarInt;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeParameter;

/**
 * Encodes a {@link Batch} with a coder for its rows; deterministic if that one is. What is cut
 * short is a {@link CoderException}.
 *
 * @param <T> the type of a row
 */
public final class BatchCoder<T> extends StructuredCoder<Batch<T>> {
  private final Coder<T> rowCoder;

  private BatchCoder(Coder<T> rowCoder) {
    this.rowCoder = rowCoder;
  }

  /** The coder of batches whose rows this coder encodes. */
  public static <T> BatchCoder<T> of(Coder<T> rowCoder) {
    return new BatchCoder<>(rowCoder);
  }

  @Override
  public void encode(Batch<T> batch, OutputStream stream) throws IOException {
    if (batch == null) {
      throw new CoderException("BatchCoder cannot encode a null");
    }
    VarInt.encode(batch.position(), stream);
    VarInt.encode(batch.rows().size(), stream);
    for (T row : batch.rows()) {
      rowCoder.encode(row, stream);
    }
  }

  @Override
  public Batch<T> decode(InputStream stream) throws IOException {
    long position;
    int size;
    try {
      position = VarInt.decodeLong(stream);
      size = VarInt.decodeInt(stream);
    } catch (IOException e) {
      throw new CoderException("BatchCoder could not read the number of rows of a batch", e);
    }
    if (size < 0) {
      throw new CoderException("BatchCoder expected a number of rows, but found: " + size);
    }
    // A damaged size must not decide how much memory is taken.
    List<T> rows = new ArrayList<>(Math.min(size, Batch.MAX_ROWS));
    for (int i = 0; i < size; i++) {
      rows.add(rowCoder.decode(stream));
    }
    return new Batch<>(position, rows);
  }

  @Override
  public List<? extends Coder<?>> getCoderArguments() {
    return List.of(rowCoder);
  }

  @Override
  public boolean consistentWithEquals() {
    return rowCoder.consistentWithEquals();
  }

  @Override
  public TypeDescriptor<Batch<T>> getEncodedTypeDescriptor() {
    return new TypeDescriptor<Batch<T>>() {}.where(
        new TypeParameter<T>() {}, rowCoder.getEncodedTypeDescriptor());
  }

  @Override
  public void verifyDeterministic() throws NonDeterministicException {
    rowCoder.verifyDeterministic();
  }
}
