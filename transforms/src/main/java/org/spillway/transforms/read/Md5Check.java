package org.spillway.transforms.read;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.spillway.transforms.digest.Digests;

/** Compares an entry's MD5 with that of {@code checksums.txt}, while the entry passes. */
final class Md5Check {
  private final Place place;
  private final String expected;
  private final boolean mismatchIsFault;
  private final MessageDigest digest = Digests.md5();
  private boolean matches;

  /**
   * A check that begins.
   *
   * @param expected 32 hexadecimal digits in lower case
   * @param mismatchIsFault whether another MD5 ends the run
   */
  Md5Check(Place place, String expected, boolean mismatchIsFault) {
    this.place = place;
    this.expected = expected;
    this.mismatchIsFault = mismatchIsFault;
  }

  /** Takes the next bytes of the entry. */
  void update(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /**
   * Compares, once all bytes were taken.
   *
   * @throws BadInputException if the MD5 is another and that is a fault
   */
  void finish() {
    String found = HexFormat.of().formatHex(digest.digest());
    matches = found.equals(expected);
    if (!matches && mismatchIsFault) {
      throw new BadInputException(
          InputFault.MD5_MISMATCH, place, "the MD5 differs from checksums.txt", expected, found);
    }
  }

  /** Whether the MD5 is the expected one, once finished. */
  boolean matches() {
    return matches;
  }
}
