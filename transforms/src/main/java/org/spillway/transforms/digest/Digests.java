package org.spillway.transforms.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

/**
 * Digests as fast as the machine has them. The Java platform's own are so only once its optimizing
 * compiler has replaced them, which a short run doesn't wait for; Conscrypt's are native code from
 * the start. Where it has none for the platform, Java's are used.
 */
public final class Digests {

  /** Loaded when a digest is first asked for. */
  private static final class Native {
    static final @Nullable Provider PROVIDER = provider();

    private static @Nullable Provider provider() {
      try {
        return Conscrypt.isAvailable() ? Conscrypt.newProvider() : null;
      } catch (RuntimeException | LinkageError e) {
        return null; // such as without a folder for temporary files that may hold a library
      }
    }
  }

  private Digests() {}

  /** An MD5 that has seen nothing. */
  public static MessageDigest md5() {
    return digest("MD5");
  }

  /** A SHA-256 that has seen nothing. */
  public static MessageDigest sha256() {
    return digest("SHA-256");
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return Native.PROVIDER == null
          ? MessageDigest.getInstance(algorithm)
          : MessageDigest.getInstance(algorithm, Native.PROVIDER);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
