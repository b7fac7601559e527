package org.spillway.transforms.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Encodes a {@link Manifest} as its JSON. */
public final class ManifestCoder extends AtomicCoder<Manifest> {
  private static final long serialVersionUID = 1;
  private static final ManifestCoder INSTANCE = new ManifestCoder();

  private ManifestCoder() {}

  /** The coder. */
  public static ManifestCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Manifest manifest, OutputStream stream) throws IOException {
    StringUtf8Coder.of().encode(manifest.toJson(), stream);
  }

  @Override
  public Manifest decode(InputStream stream) throws IOException {
    return Manifest.fromJson(StringUtf8Coder.of().decode(stream));
  }
}
