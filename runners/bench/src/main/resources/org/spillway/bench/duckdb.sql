-- The setup pipeline as DuckDB SQL. DuckDbJob sets the variables, and replaces ${...}:
-- the files to read, the folders to write.

-- The texts that pandas reads as missing.
CREATE MACRO missing() AS ['', '#N/A', '#N/A N/A', '#NA', '-1.#IND', '-1.#QNAN', '-NaN', '-nan',
  '1.#IND', '1.#QNAN', '<NA>', 'N/A', 'NA', 'NULL', 'NaN', 'n/a', 'nan', 'null'];

-- Python's white space, which is Unicode's and some separators of ASCII.
SET VARIABLE white_space = list_aggregate(list_transform(
  [9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198,
    8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288], lambda code: chr(code)),
  'string_agg', '');

CREATE MACRO describe_values(x) AS struct_pack(
  count := count(x)::DOUBLE,
  mean := avg(x::DOUBLE),
  std := stddev_samp(x::DOUBLE),
  min := min(x)::DOUBLE,
  "10%" := quantile_cont(x::DOUBLE, 0.1),
  "25%" := quantile_cont(x::DOUBLE, 0.25),
  "50%" := quantile_cont(x::DOUBLE, 0.5),
  "75%" := quantile_cont(x::DOUBLE, 0.75),
  "90%" := quantile_cont(x::DOUBLE, 0.9),
  max := max(x)::DOUBLE);

-- The one scan of the ratings.
CREATE TEMP TABLE ratings AS
SELECT * FROM read_csv('${ratings}', auto_detect = false, header = true, delim = ',',
  columns = {'userId': 'INTEGER', 'movieId': 'INTEGER', 'rating': 'FLOAT', 'timestamp': 'BIGINT'});

CREATE TEMP TABLE full_file AS
SELECT count(*) AS ratings, count(DISTINCT userId) AS users, count(DISTINCT movieId) AS movies,
  min(timestamp) AS first_timestamp, max(timestamp) AS last_timestamp
FROM ratings;

CREATE TEMP TABLE full_distribution AS
SELECT rating, count(*) AS full_count FROM ratings GROUP BY rating;

CREATE TEMP TABLE movies AS
WITH
  cells AS (
    SELECT * FROM read_csv('${movies}', auto_detect = false, header = true, delim = ',',
      quote = '"', escape = '"', nullstr = missing(),
      columns = {'movieId': 'INTEGER', 'title': 'VARCHAR', 'genres': 'VARCHAR'})
  ),
  split AS (
    SELECT *, string_split(coalesce(genres, '(no genres listed)'), '|') AS genre_list FROM cells
  )
SELECT movieId, title,
  regexp_replace(title, '[\s\p{Z}\x0b\x1c-\x1f\x85]*\(\d{4}\)[\s\p{Z}\x0b\x1c-\x1f\x85]*$', '')
    AS clean_title,
  genres, genre_list, genre_list[1] AS primary_genre, len(genre_list)::INTEGER AS genre_count,
  nullif(regexp_extract(title, '\((\d{4})\)[\s\p{Z}\x0b\x1c-\x1f\x85]*$', 1), '')::INTEGER
    AS release_year
FROM split;

CREATE TEMP TABLE links AS
SELECT * FROM read_csv('${links}', auto_detect = false, header = true, delim = ',',
  columns = {'movieId': 'INTEGER', 'imdbId': 'VARCHAR', 'tmdbId': 'VARCHAR'});

CREATE TEMP TABLE tags AS
SELECT userId, movieId, timestamp,
  lower(trim(tag, getvariable('white_space'))) AS tag_clean
FROM read_csv('${tags}', auto_detect = false, header = true, delim = ',',
  quote = '"', escape = '"', nullstr = missing(),
  columns = {'userId': 'INTEGER', 'movieId': 'INTEGER', 'tag': 'VARCHAR', 'timestamp': 'BIGINT'})
LIMIT 300000;

-- In file order, which rowid keeps.
CREATE TEMP TABLE sample AS
SELECT r.rowid AS position, r.userId, r.movieId, r.rating, r.timestamp,
  make_timestamp(r.timestamp * 1000000) AS rating_datetime,
  year(make_timestamp(r.timestamp * 1000000))::INTEGER AS rating_year,
  (r.rating >= 4.0)::INTEGER AS liked,
  m.movieId IS NOT NULL AS is_known,
  m.title, m.clean_title, m.genres, m.genre_list, m.primary_genre, m.genre_count, m.release_year
FROM ratings r LEFT JOIN movies m USING (movieId)
WHERE r.userId % getvariable('modulus') = 0
ORDER BY r.userId, r.rowid;

CREATE TEMP TABLE user_features AS
SELECT userId, count(*)::INTEGER AS n_ratings, avg(rating) AS mean_rating,
  avg(liked) AS liked_rate, min(rating_datetime) AS first_rating_time,
  max(rating_datetime) AS last_rating_time, count(DISTINCT rating_year)::INTEGER AS active_years,
  count(DISTINCT primary_genre)::INTEGER AS unique_primary_genres,
  ((max(timestamp) - min(timestamp)) // 86400)::INTEGER AS activity_span_days
FROM sample GROUP BY userId ORDER BY userId;

CREATE TEMP TABLE items AS
WITH
  rated AS (
    SELECT movieId, count(*)::INTEGER AS sample_rating_count, avg(rating) AS sample_mean_rating,
      avg(liked) AS sample_liked_rate
    FROM sample GROUP BY movieId
  ),
  ranked AS (
    SELECT *, row_number() OVER (ORDER BY sample_rating_count, movieId) AS rank,
      count(*) OVER () AS items
    FROM rated
  )
SELECT r.movieId, m.title, m.clean_title, m.genres, m.primary_genre,
  coalesce(m.primary_genre, 'unknown') AS spillover_cluster, m.release_year, m.genre_count,
  r.sample_rating_count, r.sample_mean_rating, r.sample_liked_rate,
  ['very_low', 'low', 'medium', 'high', 'very_high']
    [greatest(1, if(items = 1, 1, (5 * (rank - 1) + items - 2) // (items - 1)))]
    AS popularity_bucket
FROM ranked r LEFT JOIN movies m USING (movieId)
ORDER BY r.movieId;

CREATE TEMP TABLE seed_users AS
SELECT userId FROM user_features WHERE n_ratings >= 20
ORDER BY n_ratings DESC, unique_primary_genres DESC, userId LIMIT 3000;

CREATE TEMP TABLE slates AS
WITH
  recent AS (
    SELECT s.*,
      row_number() OVER (PARTITION BY userId ORDER BY timestamp DESC, position) AS recency
    FROM sample s SEMI JOIN seed_users USING (userId)
    QUALIFY recency <= 50
  ),
  best AS (
    SELECT *,
      row_number() OVER (PARTITION BY userId ORDER BY rating DESC, recency) AS slate_position,
      count(*) OVER (PARTITION BY userId) AS pool
    FROM recent
  )
SELECT 'user_' || userId || '_seed' AS slate_id, userId, movieId, title, genres, primary_genre,
  coalesce(primary_genre, 'unknown') AS spillover_cluster,
  slate_position::INTEGER AS slate_position_seed, rating AS observed_relevance,
  liked AS high_relevance, rating_datetime, rating_year
FROM best WHERE slate_position <= 12 AND pool >= 12
ORDER BY userId, slate_position;

-- The four Parquet files.
COPY (SELECT userId, movieId, rating, timestamp, rating_datetime, rating_year, liked, title,
    clean_title, genres, primary_genre, genre_count, release_year FROM sample)
  TO '${processed}/movielens_interference_ratings_sample.parquet' (FORMAT parquet);
COPY items TO '${processed}/movielens_interference_items.parquet' (FORMAT parquet);
COPY user_features TO '${processed}/movielens_interference_user_features.parquet' (FORMAT parquet);
COPY slates TO '${processed}/movielens_interference_slate_seed.parquet' (FORMAT parquet);

-- The tables.
COPY (SELECT name AS file, compressed / 1e6 AS compressed_mb, uncompressed / 1e6 AS uncompressed_mb
    FROM archive_entries ORDER BY uncompressed DESC, name)
  TO '${tables}/archive.csv' (HEADER);

COPY (
    SELECT unnest([
      {'metric': 'full_rating_rows_scanned', 'value': f.ratings::VARCHAR},
      {'metric': 'full_unique_users', 'value': f.users::VARCHAR},
      {'metric': 'full_unique_movies_with_ratings', 'value': f.movies::VARCHAR},
      {'metric': 'rating_timestamp_min',
        'value': make_timestamp(f.first_timestamp * 1000000)::VARCHAR},
      {'metric': 'rating_timestamp_max',
        'value': make_timestamp(f.last_timestamp * 1000000)::VARCHAR},
      {'metric': 'sample_user_modulus', 'value': getvariable('modulus')::VARCHAR},
      {'metric': 'sample_rating_rows', 'value': (SELECT count(*) FROM sample)::VARCHAR},
      {'metric': 'sample_unique_users', 'value': (SELECT count(*) FROM user_features)::VARCHAR},
      {'metric': 'sample_unique_movies', 'value': (SELECT count(*) FROM items)::VARCHAR}
    ], recursive := true) FROM full_file f)
  TO '${tables}/full_rating_summary.csv' (HEADER);

COPY (
    SELECT rating, full_count, full_count / sum(full_count) OVER () AS full_share, sample_count,
      sample_count / sum(sample_count) OVER () AS sample_share,
      sample_share - full_share AS share_difference
    FROM full_distribution
      LEFT JOIN (SELECT rating, count(*) AS sample_count FROM sample GROUP BY rating) USING (rating)
    ORDER BY rating)
  TO '${tables}/rating_distribution.csv' (HEADER);

COPY (
    SELECT unnest([
      {'metric': 'sample_rating_rows', 'value': count(*)},
      {'metric': 'rows_missing_movie_title', 'value': count(*) - count(title)},
      {'metric': 'rows_missing_primary_genre', 'value': count(*) - count(primary_genre)},
      {'metric': 'distinct_primary_genres_in_ratings', 'value': count(DISTINCT primary_genre)}
    ], recursive := true) FROM sample)
  TO '${tables}/join_quality.csv' (HEADER);

COPY (
    SELECT unnest([
      {'metric': 'repeated_user_movie_rows', 'value':
        (SELECT count(*) FROM sample)
          - (SELECT count(*) FROM (SELECT DISTINCT userId, movieId FROM sample))},
      {'metric': 'ratings_of_unknown_movies', 'value':
        (SELECT count(*) FROM sample WHERE NOT is_known)}
    ], recursive := true))
  TO '${tables}/sample_quality.csv' (HEADER);

COPY (
    SELECT genre, count(*) AS sampled_rating_rows, count(DISTINCT movieId) AS unique_movies,
      avg(rating) AS mean_rating, avg(liked) AS liked_rate
    FROM (SELECT movieId, rating, liked, unnest(genre_list) AS genre FROM sample)
    GROUP BY genre ORDER BY sampled_rating_rows DESC, genre)
  TO '${tables}/genre_summary.csv' (HEADER);

COPY (
    SELECT rating_year, count(*) AS rating_rows, count(DISTINCT userId) AS users,
      count(DISTINCT movieId) AS movies, avg(rating) AS mean_rating, avg(liked) AS liked_rate
    FROM sample GROUP BY rating_year ORDER BY rating_year)
  TO '${tables}/yearly_activity.csv' (HEADER);

COPY (
    SELECT unnest([
      {'metric': 'movies', 'value': count(*)::VARCHAR},
      {'metric': 'movies_with_release_year', 'value': count(release_year)::VARCHAR},
      {'metric': 'movies_without_genres',
        'value': (count(*) FILTER (genres = '(no genres listed)'))::VARCHAR},
      {'metric': 'distinct_primary_genres', 'value': count(DISTINCT primary_genre)::VARCHAR},
      {'metric': 'median_genres_per_movie', 'value': quantile_cont(genre_count, 0.5)::VARCHAR}
    ], recursive := true) FROM movies)
  TO '${tables}/movie_summary.csv' (HEADER);

COPY (
    SELECT unnest([
      {'metric': 'multi_genre_movies', 'value': several::VARCHAR},
      {'metric': 'alphabetical_multi_genre_movies', 'value': alphabetical::VARCHAR},
      {'metric': 'alphabetical_share',
        'value': if(several = 0, NULL, alphabetical / several)::VARCHAR}
    ], recursive := true)
    FROM (SELECT count(*) AS several,
        count(*) FILTER (genre_list = list_sort(genre_list)) AS alphabetical
      FROM movies WHERE genre_count > 1))
  TO '${tables}/genre_order.csv' (HEADER);

COPY (
    SELECT genre, count(*) AS movies, count(*) FILTER (nth = 1) AS primary_movies,
      primary_movies / movies AS primary_share
    FROM (SELECT unnest(genre_list) AS genre, generate_subscripts(genre_list, 1) AS nth FROM movies)
    GROUP BY genre ORDER BY genre)
  TO '${tables}/genre_primary_share.csv' (HEADER);

COPY (
    SELECT unnest([
      {'metric': 'tag_rows_loaded', 'value': count(*)::VARCHAR},
      {'metric': 'unique_users_in_tag_sample', 'value': count(DISTINCT userId)::VARCHAR},
      {'metric': 'unique_movies_in_tag_sample', 'value': count(DISTINCT movieId)::VARCHAR},
      {'metric': 'unique_clean_tags_in_sample', 'value': count(DISTINCT tag_clean)::VARCHAR},
      {'metric': 'tag_date_min', 'value': make_timestamp(min(timestamp) * 1000000)::VARCHAR},
      {'metric': 'tag_date_max', 'value': make_timestamp(max(timestamp) * 1000000)::VARCHAR}
    ], recursive := true) FROM tags)
  TO '${tables}/tag_summary.csv' (HEADER);

COPY (
    SELECT tag_clean, count(*) AS tag_rows, count(DISTINCT userId) AS users,
      count(DISTINCT movieId) AS movies
    FROM tags
    WHERE tag_clean IN (
      SELECT tag_clean FROM tags WHERE tag_clean IS NOT NULL
      GROUP BY tag_clean ORDER BY count(*) DESC, tag_clean LIMIT 25)
    GROUP BY tag_clean ORDER BY tag_rows DESC, tag_clean)
  TO '${tables}/top_tags.csv' (HEADER);

COPY (
    SELECT unnest([
      {'metric': 'link_rows', 'value': (SELECT count(*) FROM links)},
      {'metric': 'links_with_imdb_id', 'value': (SELECT count(imdbId) FROM links)},
      {'metric': 'links_with_tmdb_id', 'value': (SELECT count(tmdbId) FROM links)},
      {'metric': 'links_of_unknown_movies',
        'value': (SELECT count(*) FROM links ANTI JOIN movies USING (movieId))},
      {'metric': 'movies_without_link',
        'value': (SELECT count(*) FROM movies ANTI JOIN links USING (movieId))}
    ], recursive := true))
  TO '${tables}/links_coverage.csv' (HEADER);

COPY (
    SELECT 'n_ratings' AS "column", unnest(describe_values(n_ratings)) FROM user_features
    UNION ALL SELECT 'mean_rating', unnest(describe_values(mean_rating)) FROM user_features
    UNION ALL SELECT 'liked_rate', unnest(describe_values(liked_rate)) FROM user_features
    UNION ALL SELECT 'active_years', unnest(describe_values(active_years)) FROM user_features
    UNION ALL
      SELECT 'activity_span_days', unnest(describe_values(activity_span_days)) FROM user_features
    UNION ALL SELECT 'unique_primary_genres', unnest(describe_values(unique_primary_genres))
      FROM user_features)
  TO '${tables}/user_activity_summary.csv' (HEADER);

COPY (SELECT * FROM user_features ORDER BY n_ratings DESC, userId LIMIT 10)
  TO '${tables}/top_users.csv' (HEADER);

COPY (
    SELECT 'sample_rating_count' AS "column", unnest(describe_values(sample_rating_count)) FROM items
    UNION ALL SELECT 'sample_mean_rating', unnest(describe_values(sample_mean_rating)) FROM items
    UNION ALL SELECT 'sample_liked_rate', unnest(describe_values(sample_liked_rate)) FROM items
    UNION ALL SELECT 'genre_count', unnest(describe_values(genre_count)) FROM items)
  TO '${tables}/item_summary.csv' (HEADER);

COPY (
    SELECT movieId, title, primary_genre, sample_rating_count, sample_mean_rating,
      sample_liked_rate
    FROM items ORDER BY sample_rating_count DESC, movieId LIMIT 15)
  TO '${tables}/top_items.csv' (HEADER);

COPY (
    SELECT spillover_cluster, count(*) AS movies,
      sum(sample_rating_count)::BIGINT AS sampled_ratings,
      avg(sample_mean_rating) AS mean_item_rating
    FROM items GROUP BY spillover_cluster ORDER BY sampled_ratings DESC, spillover_cluster)
  TO '${tables}/cluster_readiness.csv' (HEADER);

COPY (
    SELECT spillover_cluster, count(*) FILTER (popularity_bucket = 'very_low') AS very_low,
      count(*) FILTER (popularity_bucket = 'low') AS low,
      count(*) FILTER (popularity_bucket = 'medium') AS medium,
      count(*) FILTER (popularity_bucket = 'high') AS high,
      count(*) FILTER (popularity_bucket = 'very_high') AS very_high
    FROM items GROUP BY spillover_cluster
    ORDER BY sum(sample_rating_count) DESC, spillover_cluster)
  TO '${tables}/popularity_by_cluster.csv' (HEADER);

-- Bins for a logarithmic axis: each at least one wide, the rest sharing the logarithmic range.
CREATE MACRO logarithmic_bins(low, high, bins) AS TABLE
  WITH RECURSIVE edges AS (
    SELECT 0 AS i, low - 0.5::DOUBLE AS edge
    UNION ALL
    SELECT i + 1, if(i + 1 = bins, high + 0.5,
      edge + greatest(1, round(edge * (pow((high + 0.5) / edge, 1.0 / (bins - i)) - 1))))
    FROM edges WHERE i < bins
  )
  SELECT i, edge AS bin_start, lead(edge) OVER (ORDER BY i) AS bin_end FROM edges
  QUALIFY bin_end IS NOT NULL;

COPY (
    SELECT bin_start, bin_end, count(n_ratings) AS users
    FROM logarithmic_bins(
        (SELECT min(n_ratings) FROM user_features), (SELECT max(n_ratings) FROM user_features),
        (SELECT least(60, max(n_ratings) - min(n_ratings) + 1) FROM user_features))
      LEFT JOIN user_features ON n_ratings >= bin_start AND n_ratings < bin_end
    GROUP BY bin_start, bin_end ORDER BY bin_start)
  TO '${tables}/user_activity_histogram.csv' (HEADER);

COPY (
    SELECT bin_start, bin_end, count(sample_rating_count) AS movies
    FROM logarithmic_bins(
        (SELECT min(sample_rating_count) FROM items), (SELECT max(sample_rating_count) FROM items),
        (SELECT least(80, max(sample_rating_count) - min(sample_rating_count) + 1) FROM items))
      LEFT JOIN items ON sample_rating_count >= bin_start AND sample_rating_count < bin_end
    GROUP BY bin_start, bin_end ORDER BY bin_start)
  TO '${tables}/item_popularity_histogram.csv' (HEADER);

COPY (
    WITH
      span AS (
        SELECT if(min(mean_rating) = max(mean_rating), min(mean_rating) - 0.5, min(mean_rating))
            AS low,
          if(min(mean_rating) = max(mean_rating), max(mean_rating) + 0.5, max(mean_rating)) AS high
        FROM user_features
      ),
      bins AS (
        SELECT i, low + i * ((high - low) / 40) AS bin_start,
          if(i = 39, high, low + (i + 1) * ((high - low) / 40)) AS bin_end
        FROM span, range(40) AS r(i)
      )
    SELECT bin_start, bin_end, count(mean_rating) AS users
    FROM bins LEFT JOIN user_features
      ON mean_rating >= bin_start AND (mean_rating < bin_end OR i = 39)
    GROUP BY bin_start, bin_end ORDER BY bin_start)
  TO '${tables}/mean_rating_histogram.csv' (HEADER);

COPY (
    SELECT unnest([
      {'metric': 'eligible_users_considered', 'value': (SELECT count(*) FROM seed_users)::VARCHAR},
      {'metric': 'complete_seed_slates', 'value': count(DISTINCT userId)::VARCHAR},
      {'metric': 'rows_in_seed_slate_table', 'value': count(*)::VARCHAR},
      {'metric': 'slate_size', 'value': '12'},
      {'metric': 'unique_movies_in_seed_slates', 'value': count(DISTINCT movieId)::VARCHAR},
      {'metric': 'unique_spillover_clusters', 'value': count(DISTINCT spillover_cluster)::VARCHAR},
      {'metric': 'mean_high_relevance_rate', 'value': avg(high_relevance)::VARCHAR}
    ], recursive := true) FROM slates)
  TO '${tables}/slate_seed_summary.csv' (HEADER);

COPY (
    SELECT slate_id, fault FROM (
      SELECT slate_id, 'positions' AS fault FROM slates GROUP BY slate_id HAVING count(*) <> 12
      UNION ALL
      SELECT slate_id, 'repeated_movie' FROM slates
      GROUP BY slate_id HAVING count(DISTINCT movieId) < count(*))
    ORDER BY slate_id, fault)
  TO '${tables}/slate_faults.csv' (HEADER);

COPY (
    WITH
      per_slate AS (
        SELECT spillover_cluster, userId, count(*) AS movies_on_slate
        FROM slates GROUP BY spillover_cluster, userId
      ),
      counted AS (
        SELECT spillover_cluster, movies_on_slate, count(*) AS slates
        FROM per_slate GROUP BY spillover_cluster, movies_on_slate
      )
    SELECT * FROM counted
    ORDER BY sum(slates) OVER (PARTITION BY spillover_cluster) DESC, spillover_cluster,
      movies_on_slate)
  TO '${tables}/slate_overlap.csv' (HEADER);

CREATE TEMP TABLE spans AS
SELECT epoch(s.last_time - s.first_time) AS slate_seconds,
  epoch(u.last_rating_time - u.first_rating_time) AS history_seconds
FROM (
    SELECT userId, min(rating_datetime) AS first_time, max(rating_datetime) AS last_time
    FROM slates GROUP BY userId) s
  JOIN user_features u USING (userId);

COPY (
    SELECT 'slate_span_days' AS "column", unnest(describe_values(slate_seconds / 86400)) FROM spans
    UNION ALL SELECT 'history_span_days', unnest(describe_values(history_seconds / 86400)) FROM spans
    UNION ALL SELECT 'slate_share_of_history',
      unnest(describe_values(slate_seconds / history_seconds)) FROM spans WHERE history_seconds > 0)
  TO '${tables}/slate_time_span.csv' (HEADER);

-- What a CSV reader tells: it stops at a row that it cannot read, so none is rejected.
COPY (
    SELECT getvariable('archive') AS archive, entry, unnest(['rows_read', 'rows_accepted',
      'rows_rejected']) AS figure, unnest([rows, rows, 0]) AS count
    FROM (
      SELECT NULL AS entry, (SELECT count(*) FROM archive_entries) AS rows
      UNION ALL SELECT '${root}links.csv', (SELECT count(*) FROM links)
      UNION ALL SELECT '${root}movies.csv', (SELECT count(*) FROM movies)
      UNION ALL SELECT '${root}ratings.csv', (SELECT ratings FROM full_file)))
  TO '${tables}/data_quality.csv' (HEADER);

COPY (
    SELECT unnest([
      {'check': 'raw_zip_found', 'value': 'True',
        'notes': 'The archive was found and its entries were listed.'},
      {'check': 'ratings_sample_rows', 'value': (SELECT count(*) FROM sample)::VARCHAR,
        'notes': 'Ratings in the sample: the complete histories of its users.'},
      {'check': 'sample_unique_users', 'value': (SELECT count(*) FROM user_features)::VARCHAR,
        'notes': 'Users for whom slates can be simulated.'},
      {'check': 'sample_unique_movies', 'value': (SELECT count(*) FROM items)::VARCHAR,
        'notes': 'Movies with at least one sampled rating.'},
      {'check': 'complete_seed_slates',
        'value': (SELECT count(DISTINCT userId) FROM slates)::VARCHAR,
        'notes': 'Seed slates with every position filled.'},
      {'check': 'seed_slate_rows', 'value': (SELECT count(*) FROM slates)::VARCHAR,
        'notes': 'Rows of the seed slates; the number of slates times the slate size.'},
      {'check': 'spillover_clusters',
        'value': (SELECT count(DISTINCT spillover_cluster) FROM items)::VARCHAR,
        'notes': 'Substitute clusters among the rated movies, by primary genre.'}
    ], recursive := true))
  TO '${processed}/movielens_interference_setup_readiness.csv' (HEADER);
