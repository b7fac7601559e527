package org.spillway.pipelines.setup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;

/** DuckDB opens the Parquet files: names, types, row counts, sums (setup spec, section 10). */
class DuckDbIT {
  private static Path archive;
  private static Path processed;

  @BeforeAll
  static void runOnce(@TempDir Path folder) throws IOException {
    archive = folder.resolve("tiny.zip");
    ArchiveGenerator.of(ArchiveSize.TINY).withSeed(11).writeTo(archive);
    processed =
        SetupRun.of(archive)
            .with("userModulus", 2)
            .with("ratingsShards", 3)
            .into(folder.resolve("out"))
            .resolve("processed");
  }

  @Test
  void ratingsSample() throws SQLException {
    assertThat(
        columns("ratings_sample-00000-of-00003"),
        contains(
            "userId INTEGER",
            "movieId INTEGER",
            "rating FLOAT",
            "timestamp BIGINT",
            "rating_datetime TIMESTAMP",
            "rating_year INTEGER",
            "liked INTEGER",
            "title VARCHAR",
            "clean_title VARCHAR",
            "genres VARCHAR",
            "primary_genre VARCHAR",
            "genre_count INTEGER",
            "release_year INTEGER"));
  }

  @Test
  void items() throws SQLException {
    assertThat(
        columns("items"),
        contains(
            "movieId INTEGER",
            "title VARCHAR",
            "clean_title VARCHAR",
            "genres VARCHAR",
            "primary_genre VARCHAR",
            "spillover_cluster VARCHAR",
            "release_year INTEGER",
            "genre_count INTEGER",
            "sample_rating_count INTEGER",
            "sample_mean_rating DOUBLE",
            "sample_liked_rate DOUBLE",
            "popularity_bucket VARCHAR"));
  }

  @Test
  void userFeatures() throws SQLException {
    assertThat(
        columns("user_features"),
        contains(
            "userId INTEGER",
            "n_ratings INTEGER",
            "mean_rating DOUBLE",
            "liked_rate DOUBLE",
            "first_rating_time TIMESTAMP",
            "last_rating_time TIMESTAMP",
            "active_years INTEGER",
            "unique_primary_genres INTEGER",
            "activity_span_days INTEGER"));
  }

  @Test
  void slateSeed() throws SQLException {
    assertThat(
        columns("slate_seed"),
        contains(
            "slate_id VARCHAR",
            "userId INTEGER",
            "movieId INTEGER",
            "title VARCHAR",
            "genres VARCHAR",
            "primary_genre VARCHAR",
            "spillover_cluster VARCHAR",
            "slate_position_seed INTEGER",
            "observed_relevance FLOAT",
            "high_relevance INTEGER",
            "rating_datetime TIMESTAMP",
            "rating_year INTEGER"));
  }

  @Test
  void theFilesAgreeWithEachOther() throws SQLException {
    String ratings = "'" + file("ratings_sample-*") + "'";
    assertThat(
        TableReader.query(
            "SELECT count(*) AS rows, sum(rating) AS stars, sum(liked) AS liked,"
                + " count(DISTINCT userId) AS users, count(DISTINCT movieId) AS movies FROM "
                + ratings,
            ""),
        is(
            TableReader.query(
                "SELECT u.rows, i.stars, u.liked, u.users, i.movies FROM"
                    + " (SELECT CAST(sum(n_ratings) AS BIGINT) AS rows,"
                    + " CAST(round(sum(n_ratings * liked_rate)) AS HUGEINT) AS liked,"
                    + " count(*) AS users FROM '"
                    + file("user_features")
                    + "') u, (SELECT round(sum(sample_rating_count * sample_mean_rating), 1)"
                    + " AS stars, count(*) AS movies FROM '"
                    + file("items")
                    + "') i",
                "")));
  }

  @Test
  void aUserIsInOneShardOnly() throws SQLException {
    assertThat(
        TableReader.query(
            "SELECT max(files) AS files FROM (SELECT count(DISTINCT filename) AS files FROM"
                + " read_parquet('"
                + file("ratings_sample-*")
                + "', filename = true) GROUP BY userId)",
            ""),
        is(List.of(Map.of("files", "1"))));
  }

  private static List<String> columns(String file) throws SQLException {
    return TableReader.types(Path.of(file(file))).entrySet().stream()
        .map(column -> column.getKey() + " " + column.getValue())
        .toList();
  }

  private static String file(String name) {
    return processed.resolve("movielens_interference_" + name + ".parquet").toString();
  }
}
