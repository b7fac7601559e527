package org.spillway.transforms.write;

import java.io.IOException;
import org.apache.avro.Schema;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.Timestamps;

/** The seed slates, a row for each position; by userId, then position (setup spec, section 9). */
public final class SlateSeedTable implements ParquetTable<SeedSlate> {
  private static final long serialVersionUID = 1;
  private static final SlateSeedTable INSTANCE = new SlateSeedTable();

  private static final int SLATE_ID = 0;
  private static final int USER_ID = 1;
  private static final int MOVIE_ID = 2;
  private static final int TITLE = 3;
  private static final int GENRES = 4;
  private static final int PRIMARY_GENRE = 5;
  private static final int SPILLOVER_CLUSTER = 6;
  private static final int SLATE_POSITION_SEED = 7;
  private static final int OBSERVED_RELEVANCE = 8;
  private static final int HIGH_RELEVANCE = 9;
  private static final int RATING_DATETIME = 10;
  private static final int RATING_YEAR = 11;

  private SlateSeedTable() {}

  /** The table. */
  public static SlateSeedTable of() {
    return INSTANCE;
  }

  @Override
  public String path() {
    return "processed/movielens_interference_slate_seed.parquet";
  }

  @Override
  public Schema schema() {
    return PublishedSchema.load("slate_seed");
  }

  @Override
  public int key(SeedSlate slate) {
    return slate.userId();
  }

  @Override
  public Rows<SeedSlate> rows() {
    return SlateSeedTable::write;
  }

  private static void write(SeedSlate slate, ParquetRow row) throws IOException {
    for (int i = 0; i < slate.items().size(); i++) {
      SlateItem item = slate.items().get(i);
      Movie movie = item.movie();
      if (movie != null) {
        row.set(TITLE, movie.title())
            .set(GENRES, movie.genres())
            .set(PRIMARY_GENRE, movie.primaryGenre());
      }
      row.set(SLATE_ID, slate.slateId())
          .set(USER_ID, slate.userId())
          .set(MOVIE_ID, item.movieId())
          .set(SPILLOVER_CLUSTER, item.spilloverCluster())
          .set(SLATE_POSITION_SEED, i + 1)
          .set(OBSERVED_RELEVANCE, (float) HalfStars.toStars(item.halfStars()))
          .set(HIGH_RELEVANCE, item.highRelevance())
          .setTime(RATING_DATETIME, item.timestamp())
          .set(RATING_YEAR, Timestamps.yearOf(item.timestamp()))
          .write();
    }
  }
}
