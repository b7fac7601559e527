package org.spillway.transforms.write;

import org.apache.avro.Schema;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;

/**
 * The movies with a sampled rating, with substitute cluster and popularity; by movieId (setup spec,
 * section 10).
 */
public final class ItemsTable implements ParquetTable<ItemFeatures> {
  private static final long serialVersionUID = 1;
  private static final ItemsTable INSTANCE = new ItemsTable();

  private static final int MOVIE_ID = 0;
  private static final int TITLE = 1;
  private static final int CLEAN_TITLE = 2;
  private static final int GENRES = 3;
  private static final int PRIMARY_GENRE = 4;
  private static final int SPILLOVER_CLUSTER = 5;
  private static final int RELEASE_YEAR = 6;
  private static final int GENRE_COUNT = 7;
  private static final int SAMPLE_RATING_COUNT = 8;
  private static final int SAMPLE_MEAN_RATING = 9;
  private static final int SAMPLE_LIKED_RATE = 10;
  private static final int POPULARITY_BUCKET = 11;

  private ItemsTable() {}

  /** The table. */
  public static ItemsTable of() {
    return INSTANCE;
  }

  @Override
  public String path() {
    return "processed/movielens_interference_items.parquet";
  }

  @Override
  public Schema schema() {
    return PublishedSchema.load("items");
  }

  @Override
  public int key(ItemFeatures item) {
    return item.movieId();
  }

  @Override
  public Rows<ItemFeatures> rows() {
    return (item, row) -> {
      Movie movie = item.movie();
      if (movie != null) {
        row.set(TITLE, movie.title())
            .set(CLEAN_TITLE, movie.cleanTitle())
            .set(GENRES, movie.genres())
            .set(PRIMARY_GENRE, movie.primaryGenre())
            .set(RELEASE_YEAR, movie.releaseYear())
            .set(GENRE_COUNT, movie.genreCount());
      }
      row.set(MOVIE_ID, item.movieId())
          .set(SPILLOVER_CLUSTER, item.spilloverCluster())
          .set(SAMPLE_RATING_COUNT, item.ratings())
          .set(SAMPLE_MEAN_RATING, item.meanRating())
          .set(SAMPLE_LIKED_RATE, item.likedRate())
          .set(POPULARITY_BUCKET, item.popularity().label())
          .write();
    };
  }
}
