package org.spillway.transforms.write;

import org.apache.avro.Schema;
import org.spillway.schemas.UserFeatures;

/** The features of the sampled users; by userId (setup spec, sections 6 and 10). */
public final class UserFeaturesTable implements ParquetTable<UserFeatures> {
  private static final long serialVersionUID = 1;
  private static final UserFeaturesTable INSTANCE = new UserFeaturesTable();

  private static final int USER_ID = 0;
  private static final int N_RATINGS = 1;
  private static final int MEAN_RATING = 2;
  private static final int LIKED_RATE = 3;
  private static final int FIRST_RATING_TIME = 4;
  private static final int LAST_RATING_TIME = 5;
  private static final int ACTIVE_YEARS = 6;
  private static final int UNIQUE_PRIMARY_GENRES = 7;
  private static final int ACTIVITY_SPAN_DAYS = 8;

  private UserFeaturesTable() {}

  /** The table. */
  public static UserFeaturesTable of() {
    return INSTANCE;
  }

  @Override
  public String path() {
    return "processed/movielens_interference_user_features.parquet";
  }

  @Override
  public Schema schema() {
    return PublishedSchema.load("user_features");
  }

  @Override
  public int key(UserFeatures user) {
    return user.userId();
  }

  @Override
  public Rows<UserFeatures> rows() {
    return (user, row) ->
        row.set(USER_ID, user.userId())
            .set(N_RATINGS, user.ratings())
            .set(MEAN_RATING, user.meanRating())
            .set(LIKED_RATE, user.likedRate())
            .setTime(FIRST_RATING_TIME, user.firstTimestamp())
            .setTime(LAST_RATING_TIME, user.lastTimestamp())
            .set(ACTIVE_YEARS, user.activeYears())
            .set(UNIQUE_PRIMARY_GENRES, user.uniquePrimaryGenres())
            .set(ACTIVITY_SPAN_DAYS, user.activitySpanDays())
            .write();
  }
}
