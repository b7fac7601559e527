package org.spillway.transforms.sample;

import java.io.Serializable;

/**
 * Which users a deterministic sample has: those with {@code userId % modulus == remainder} (setup
 * spec, section 4).
 *
 * @param modulus at least 1; 1 takes every user
 * @param remainder from 0 to {@code modulus - 1}
 */
public record UserSample(int modulus, int remainder) implements Serializable {

  /** Checks both. */
  public UserSample {
    if (modulus < 1) {
      throw new IllegalArgumentException("userModulus must be at least 1, but was: " + modulus);
    }
    if (remainder < 0 || remainder >= modulus) {
      throw new IllegalArgumentException(
          "userRemainder must be from 0 to userModulus - 1 = "
              + (modulus - 1)
              + ", but was: "
              + remainder);
    }
  }

  /** Whether the sample has this user. */
  public boolean contains(int userId) {
    return userId % modulus == remainder;
  }
}
