package org.spillway.data.generate;

/**
 * Users one after the other, by their index from 0: whose rows an archive has.
 *
 * @param begin the first
 * @param end the one after the last
 */
record UserRange(int begin, int end) {

  /** All of so many users. */
  static UserRange all(int users) {
    return new UserRange(0, users);
  }

  /** One of so many parts that differ by one user at most. */
  static UserRange part(int users, int part, int parts) {
    return new UserRange(
        (int) ((long) users * part / parts), (int) ((long) users * (part + 1) / parts));
  }

  boolean has(int user) {
    return user >= begin && user < end;
  }
}
