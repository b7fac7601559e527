package org.spillway.transforms.read;

import java.io.Serializable;

/**
 * What every read has in common.
 *
 * @param limits what an archive may ask for
 * @param maxRejectedShare of an entry's data rows, 0 to 1
 * @param checksumMismatchIsFault whether a wrong MD5 ends the run
 * @param order which archives are parts of one whole
 */
record ReadSettings(
    ArchiveLimits limits,
    double maxRejectedShare,
    boolean checksumMismatchIsFault,
    ArchiveOrder order)
    implements Serializable {

  /** The share of rejected rows that is still accepted, unless a read is told another. */
  static final double DEFAULT_MAX_REJECTED_SHARE = 0.001;

  ReadSettings {
    if (!(maxRejectedShare >= 0 && maxRejectedShare <= 1)) {
      throw new IllegalArgumentException(
          "maxRejectedShare must be from 0 to 1, but was: " + maxRejectedShare);
    }
  }

  static ReadSettings defaults() {
    return new ReadSettings(
        ArchiveLimits.generous(), DEFAULT_MAX_REJECTED_SHARE, true, ArchiveOrder.none());
  }

  ReadSettings withLimits(ArchiveLimits newLimits) {
    return new ReadSettings(newLimits, maxRejectedShare, checksumMismatchIsFault, order);
  }

  ReadSettings withMaxRejectedShare(double share) {
    return new ReadSettings(limits, share, checksumMismatchIsFault, order);
  }

  ReadSettings withChecksumMismatchAsWarning() {
    return new ReadSettings(limits, maxRejectedShare, false, order);
  }

  ReadSettings withOrder(ArchiveOrder newOrder) {
    return new ReadSettings(limits, maxRejectedShare, checksumMismatchIsFault, newOrder);
  }
}
