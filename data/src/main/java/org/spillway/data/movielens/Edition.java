package org.spillway.data.movielens;

import java.util.Map;

/** The data sets that come in MovieLens' present layout. */
public enum Edition {
  /** MovieLens 32M, of October 2023: 32,000,204 ratings. */
  ML_32M("ml-32m"),

  /** MovieLens 25M, of November 2019: 25,000,095 ratings. */
  ML_25M("ml-25m"),

  /** The small set of September 2018: 100,836 ratings. Others of its name differ. */
  ML_LATEST_SMALL("ml-latest-small"),

  /** The full set, made anew from time to time, so nothing but its name is known. */
  ML_LATEST("ml-latest"),

  /** Made by {@link org.spillway.data.generate.ArchiveGenerator}. */
  GENERATED("ml-generated"),

  /** None of these. */
  UNKNOWN("unknown");

  private final String label;

  Edition(String label) {
    this.label = label;
  }

  /** What the edition is called, and its archive's root folder; a generated one's starts so. */
  public String label() {
    return label;
  }

  /** The uncompressed sizes in bytes, of those files whose size is known. */
  public Map<MovieLensFile, Long> sizes() {
    return PublishedFiles.SIZES.getOrDefault(this, Map.of());
  }

  /** The published MD5s, in lower-case hexadecimal digits; empty if none are known. */
  public Map<MovieLensFile, String> checksums() {
    return PublishedFiles.CHECKSUMS.getOrDefault(this, Map.of());
  }
}
