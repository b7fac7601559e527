package org.spillway.transforms.read;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchBuilder;
import org.spillway.schemas.RatingsProfile;
import org.spillway.transforms.sample.UserSample;

/**
 * What becomes of the accepted ratings: all are counted, and profiled if that is wanted; those of
 * the wanted users are put into batches, in the order of the file.
 */
final class RatingRows {
  private final @Nullable UserSample users;
  private final @Nullable RatingsProfile profile;
  private final Consumer<RatingBatch> batches;
  private final int firstBatchRows;
  private @Nullable RatingBatchBuilder batch;
  private int lastUser;
  private int lastMovie;
  private boolean isWanted;
  private long accepted;
  private long outOfOrder;
  private long repeated;

  /**
   * Begins with no rows.
   *
   * @param users whose ratings are put into batches; null for everybody's
   * @param profile counts all ratings; null if that is not wanted
   * @param mostRows no more rows are to be expected
   */
  RatingRows(
      @Nullable UserSample users,
      @Nullable RatingsProfile profile,
      long mostRows,
      Consumer<RatingBatch> batches) {
    this.users = users;
    this.profile = profile;
    this.batches = batches;
    firstBatchRows = (int) Math.min(RatingBatch.MAX_ROWS, mostRows);
  }

  /** Takes an accepted row; {@code row} is its number among the data rows, from 0. */
  void add(long row, int userId, int movieId, int halfStars, long timestamp) {
    accepted++;
    if (userId != lastUser) {
      isWanted = users == null || users.contains(userId);
      outOfOrder += userId < lastUser ? 1 : 0;
    } else if (movieId <= lastMovie) {
      outOfOrder += movieId < lastMovie ? 1 : 0;
      repeated += movieId == lastMovie ? 1 : 0;
    }
    lastUser = userId;
    lastMovie = movieId;
    if (profile != null) {
      profile.add(userId, movieId, halfStars, timestamp);
    }
    if (isWanted) {
      if (batch == null) {
        batch = new RatingBatchBuilder(row, firstBatchRows);
      }
      batch.add(userId, movieId, halfStars, timestamp);
      if (batch.size() == RatingBatch.MAX_ROWS) {
        flush();
      }
    }
  }

  /** Hands on the last batch and accounts for the rows. */
  void finish(EntryAccount account) {
    flush();
    account.accept(accepted);
    account.add(EntryFigures.ROWS_OUT_OF_ORDER, outOfOrder);
    account.add(EntryFigures.ADJACENT_REPEATED_PAIRS, repeated);
  }

  private void flush() {
    if (batch != null) {
      batches.accept(batch.build());
      batch = null;
    }
  }
}
