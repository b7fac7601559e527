package org.spillway.transforms.read;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.sample.UserSample;

/**
 * What is to be read of an archive's ratings. Two equal ones have the same results.
 *
 * @param archive the location
 * @param users whose ratings are wanted; null for everybody's
 * @param isProfiled whether all ratings are counted
 */
record RatingsRead(
    String archive, ReadSettings settings, @Nullable UserSample users, boolean isProfiled) {

  /**
   * What there is once all has been read.
   *
   * @param profile null unless it was asked for
   */
  record Outcome(EntryReport report, @Nullable RatingsProfile profile) {}

  /**
   * Reads to the end.
   *
   * @param batches gets the wanted ratings in the order of the file, at their positions in the
   *     whole
   * @throws BadInputException if the archive, the entry or its rows as a whole are wrong
   */
  Outcome read(Consumer<RatingBatch> batches, Consumer<RejectedRow> rejected) throws IOException {
    long begin = settings.order().begin(archive);
    RatingsProfile profile = isProfiled ? new RatingsProfile() : null;
    EntryReport report =
        EntryRead.of(
            archive,
            "ratings.csv",
            settings,
            rejected,
            (in, account, entryBytes) -> {
              long mostRows = entryBytes / RatingsParser.LEAST_ROW_BYTES + 1;
              RatingRows rows =
                  new RatingRows(
                      users, profile, mostRows, batch -> batches.accept(batch.movedBy(begin)));
              new RatingsParser(account, rows).parse(in);
            });
    return new Outcome(report, profile);
  }
}
