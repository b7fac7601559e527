package org.spillway.transforms.sample;

/**
 * How users are spread over partitions: by a hash of the id alone, so that a user is in the same
 * partition on every runner and in every run.
 */
public final class UserPartition {

  private UserPartition() {}

  /** The partition of a user, from 0 to {@code partitions - 1}. */
  public static int of(int userId, int partitions) {
    // Sampled ids share a remainder, so the id itself would fill few of the partitions.
    int hash = userId * 0x9E3779B9;
    return Math.floorMod(hash ^ (hash >>> 16), partitions);
  }
}
