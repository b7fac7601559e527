package org.spillway.transforms.sample;

import java.io.Serializable;

/**
 * Which users a sample keeps: those with {@code userId % modulus == remainder} (setup spec, section
 * 4). It depends on the id alone, so a user's history is kept whole or not at all.
 *
 * @param modulus one user in so many; 1 keeps everyone
 * @param remainder from 0 to {@code modulus - 1}
 */
public record UserSample(int modulus, int remainder) implements Serializable {

  /** Checks the ranges. */
  public UserSample {
    if (modulus < 1) {
      throw new IllegalArgumentException("userModulus must be at least 1, but was: " + modulus);
    }
    if (remainder < 0 || remainder >= modulus) {
      throw new IllegalArgumentException(
          "userRemainder must be from 0 to "
              + (modulus - 1)
              + " (userModulus - 1), but was: "
              + remainder);
    }
  }

  /** The sample that keeps every user. */
  public static UserSample everyone() {
    return new UserSample(1, 0);
  }

  /** Whether the sample keeps this user, whose id is at least 1. */
  public boolean contains(int userId) {
    return userId % modulus == remainder;
  }
}
