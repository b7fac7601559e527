// The setup job in Polars. Arguments: the archive, the output folder, the user modulus, and the
// program that extracts the CSVs first, bsdtar or unzip. All that is of the size of the sample or
// more is Polars' work; what is left of a table once it is small is plain JavaScript. No figures.
import { spawn } from "node:child_process";
import { mkdirSync, openSync, readSync, fstatSync, closeSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import pl from "nodejs-polars";

const [archive, output, modulusText, unzip] = process.argv.slice(2);
const modulus = Number(modulusText);
const TAG_SAMPLE_ROWS = 300_000;
const MIN_USER_RATINGS = 20;
const MAX_SEED_USERS = 3_000;
const RECENT_POOL_SIZE = 50;
const SLATE_SIZE = 12;
const BUCKETS = ["very_low", "low", "medium", "high", "very_high"];
// The texts that pandas reads as missing.
const MISSING = [
  "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>",
  "N/A", "NA", "NULL", "NaN", "n/a", "nan", "null",
];

const processed = join(output, "processed");
const tables = join(output, "writeup", "tables");
const input = join(output, "input");
[processed, tables, input].forEach((folder) => mkdirSync(folder, { recursive: true }));

const { col, lit, len, when, Int32, Int64, Float32, Utf8, Datetime } = pl;
const MICROSECONDS = Datetime("us");

// ---- writing

function cell(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  const text = value instanceof Date ? dateTime(value.getTime() / 1000) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function dateTime(seconds) {
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace("T", " ");
}

function csv(file, columns, rows) {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(","));
  writeFileSync(file, lines.join("\n") + "\n");
}

const table = (name, columns, rows) => csv(join(tables, `${name}.csv`), columns, rows);
const metrics = (name, figures) => table(name, ["metric", "value"], Object.entries(figures));
const frameTable = (name, frame) => table(name, frame.columns, frame.rows());

function describe(name, columns) {
  const rows = Object.entries(columns).map(([column, values]) => {
    const sorted = Float64Array.from(values).sort();
    const n = sorted.length;
    const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
    const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const at = (p) => {
      const h = (n - 1) * p;
      const below = Math.floor(h);
      const above = Math.min(below + 1, n - 1);
      return sorted[below] + (sorted[above] - sorted[below]) * (h - below);
    };
    const std = n < 2 ? null : Math.sqrt(squares / (n - 1));
    return n === 0
      ? [column, 0, ...Array(9).fill(null)]
      : [column, n, mean, std, ...[0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map(at)];
  });
  const header = ["column", "count", "mean", "std", "min", "10%", "25%", "50%", "75%", "90%", "max"];
  table(name, header, rows);
}

function histogram(name, count, values, edges) {
  const counts = Array(edges.length - 1).fill(0);
  for (const value of values) {
    let bin = 0;
    while (bin < counts.length - 1 && value >= edges[bin + 1]) bin++;
    counts[bin]++;
  }
  table(name, ["bin_start", "bin_end", count], counts.map((n, i) => [edges[i], edges[i + 1], n]));
}

// Each bin at least one wide, the others sharing what is left of the logarithmic range.
function logarithmicEdges(values, most) {
  const [low, high] = extremes(values);
  const bins = Math.min(most, high - low + 1);
  const edges = [low - 0.5];
  for (let i = 1; i < bins; i++) {
    const start = edges[i - 1];
    const ratio = ((high + 0.5) / start) ** (1 / (bins - i + 1));
    edges.push(start + Math.max(1, Math.round(start * (ratio - 1))));
  }
  return [...edges, high + 0.5];
}

function linearEdges(values, bins) {
  let [low, high] = extremes(values);
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  return [...Array(bins).keys()].map((i) => low + i * ((high - low) / bins)).concat(high);
}

function extremes(values) {
  return values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity]);
}

const values = (frame, column) => frame.getColumn(column).toArray();
const sum = (column) => column.sum();

// ---- the archive

// Name, compressed and uncompressed bytes of the files in a zip's directory.
function entriesOf(file) {
  const fd = openSync(file, "r");
  try {
    const size = fstatSync(fd).size;
    const tail = Buffer.alloc(Math.min(size, 65_557));
    readSync(fd, tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
    readSync(fd, directory, 0, directory.length, tail.readUInt32LE(end + 16));
    const entries = [];
    for (let at = 0; at + 46 <= directory.length; ) {
      const name = directory.toString("utf8", at + 46, at + 46 + directory.readUInt16LE(at + 28));
      if (!name.endsWith("/")) {
        entries.push([name, directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)]);
      }
      at += 46 + [28, 30, 32].reduce((bytes, field) => bytes + directory.readUInt16LE(at + field), 0);
    }
    return entries;
  } finally {
    closeSync(fd);
  }
}

const entries = entriesOf(archive);
const ratingsEntry = entries.map(([name]) => name).find((name) => /(^|\/)ratings\.csv$/.test(name));
const root = ratingsEntry.slice(0, -"ratings.csv".length);

function extract(...names) {
  const files = names.map((name) => root + name);
  const args =
    basename(unzip) === "unzip"
      ? ["-q", archive, ...files, "-d", input]
      : ["-xf", archive, "-C", input, ...files];
  return new Promise((resolve, reject) => {
    spawn(unzip, args, { stdio: "inherit" })
      .on("error", reject)
      .on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${unzip} ended with ${code}`))));
  });
}

function read(name, schema, options = {}) {
  return pl.readCSV(join(input, root, name), { schema, rechunk: false, ...options });
}

const ratingsExtracted = extract("ratings.csv");
await extract("movies.csv", "tags.csv", "links.csv");

table(
  "archive",
  ["file", "compressed_mb", "uncompressed_mb"],
  [...entries]
    .sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
    .map(([name, compressed, uncompressed]) => [name, compressed / 1e6, uncompressed / 1e6]),
);

// ---- the catalog

const present = (name) => when(col(name).isIn(MISSING)).then(lit(null)).otherwise(col(name)).as(name);

let movies = read("movies.csv", { movieId: Int32, title: Utf8, genres: Utf8 })
  .withColumns(present("title"), present("genres"))
  .withColumns(
    col("title").str.replace("[\\s\\x1c-\\x1f]*\\([0-9]{4}\\)[\\s\\x1c-\\x1f]*$", "").as("clean_title"),
    col("title").str.extract("\\(([0-9]{4})\\)[\\s\\x1c-\\x1f]*$", 1).cast(Int32).as("release_year"),
    col("genres").fillNull(lit("(no genres listed)")).str.split("|").as("genre_list"),
  )
  .withColumns(
    col("genre_list").lst.first().as("primary_genre"),
    col("genre_list").lst.lengths().cast(Int32).as("genre_count"),
  );
const genreLists = values(movies, "genre_list").map((genres) => Array.from(genres));
const genreCounts = Array.from(values(movies, "genre_count")).sort((a, b) => a - b);
const half = (genreCounts.length - 1) / 2;
metrics("movie_summary", {
  movies: movies.height,
  movies_with_release_year: movies.height - movies.getColumn("release_year").nullCount(),
  movies_without_genres: movies.filter(col("genres").eq(lit("(no genres listed)"))).height,
  distinct_primary_genres: movies.getColumn("primary_genre").nUnique(),
  median_genres_per_movie: (genreCounts[Math.floor(half)] + genreCounts[Math.ceil(half)]) / 2,
});
const several = genreLists.filter((genres) => genres.length > 1);
const alphabetical = several.filter((genres) => genres.every((g, i) => i === 0 || genres[i - 1] <= g));
metrics("genre_order", {
  multi_genre_movies: several.length,
  alphabetical_multi_genre_movies: alphabetical.length,
  alphabetical_share: several.length === 0 ? null : alphabetical.length / several.length,
});
const byGenre = new Map();
for (const genres of genreLists) {
  genres.forEach((genre, i) => {
    const counts = byGenre.get(genre) ?? [0, 0];
    byGenre.set(genre, [counts[0] + 1, counts[1] + (i === 0 ? 1 : 0)]);
  });
}
table(
  "genre_primary_share",
  ["genre", "movies", "primary_movies", "primary_share"],
  [...byGenre].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([g, [n, first]]) => [g, n, first, first / n]),
);

// ---- links and tags

const links = read("links.csv", { movieId: Int32, imdbId: Utf8, tmdbId: Utf8 });
const idsOf = (name) => links.filter(col(name).isNotNull().and(col(name).neq(lit("")))).height;
metrics("links_coverage", {
  link_rows: links.height,
  links_with_imdb_id: idsOf("imdbId"),
  links_with_tmdb_id: idsOf("tmdbId"),
  links_of_unknown_movies: links.join(movies, { on: "movieId", how: "anti" }).height,
  movies_without_link: movies.join(links, { on: "movieId", how: "anti" }).height,
});

const tags = read("tags.csv", { userId: Int32, movieId: Int32, tag: Utf8, timestamp: Int64 }, { nRows: TAG_SAMPLE_ROWS })
  .head(TAG_SAMPLE_ROWS)
  .withColumns(present("tag"))
  .withColumns(
    col("tag").str.replaceAll("^[\\s\\x1c-\\x1f]+|[\\s\\x1c-\\x1f]+$", "").str.toLowerCase().as("tag_clean"),
  );
metrics("tag_summary", {
  tag_rows_loaded: tags.height,
  unique_users_in_tag_sample: tags.getColumn("userId").nUnique(),
  unique_movies_in_tag_sample: tags.getColumn("movieId").nUnique(),
  unique_clean_tags_in_sample: tags.getColumn("tag_clean").dropNulls().nUnique(),
  tag_date_min: dateTime(tags.getColumn("timestamp").min()),
  tag_date_max: dateTime(tags.getColumn("timestamp").max()),
});
frameTable(
  "top_tags",
  tags
    .filter(col("tag_clean").isNotNull())
    .groupBy("tag_clean")
    .agg(len().as("tag_rows"), col("userId").nUnique().as("users"), col("movieId").nUnique().as("movies"))
    .sort(["tag_rows", "tag_clean"], [true, false])
    .head(25),
);

// ---- the ratings

await ratingsExtracted;
const ratings = read("ratings.csv", { userId: Int32, movieId: Int32, rating: Float32, timestamp: Int64 });
const full = ratings
  .lazy()
  .select(
    col("userId").nUnique().as("users"),
    col("movieId").nUnique().as("movies"),
    col("timestamp").min().as("first"),
    col("timestamp").max().as("last"),
  )
  .collectSync()
  .toRecords()[0];
const fullCounts = ratings.groupBy("rating").agg(len().as("full_count")).sort("rating");

// Stable, so that a user's rows keep the file's order.
const sample = ratings
  .filter(col("userId").modulo(lit(modulus)).eq(lit(0)))
  .sort({ by: "userId", maintainOrder: true })
  .withColumns(col("timestamp").mul(lit(1_000_000n)).cast(MICROSECONDS).as("rating_datetime"))
  .withColumns(
    col("rating_datetime").dt.year().cast(Int32).as("rating_year"),
    col("rating").gtEq(lit(4)).cast(Int32).as("liked"),
  );
const catalog = movies.select("movieId", "title", "clean_title", "genres", "primary_genre", "genre_count", "release_year", "genre_list");
const enriched = sample.join(catalog, { on: "movieId", how: "left" });
const missing = (name) => enriched.getColumn(name).nullCount();
const users = enriched
  .groupBy("userId")
  .agg(
    len().cast(Int32).as("n_ratings"),
    col("rating").cast(pl.Float64).mean().as("mean_rating"),
    col("liked").mean().as("liked_rate"),
    col("rating_datetime").min().as("first_rating_time"),
    col("rating_datetime").max().as("last_rating_time"),
    col("rating_year").nUnique().cast(Int32).as("active_years"),
    col("primary_genre").dropNulls().nUnique().cast(Int32).as("unique_primary_genres"),
    col("timestamp").max().sub(col("timestamp").min()).as("span_seconds"),
  )
  .sort("userId")
  .withColumns(col("span_seconds").div(lit(86_400)).floor().cast(Int32).as("activity_span_days"));
const userFeatures = users.drop("span_seconds");

const ranked = enriched
  .groupBy("movieId")
  .agg(
    len().cast(Int32).as("sample_rating_count"),
    col("rating").cast(pl.Float64).mean().as("sample_mean_rating"),
    col("liked").mean().as("sample_liked_rate"),
  )
  .sort(["sample_rating_count", "movieId"]);
// The smallest k from 1 with 5 (rank - 1) <= (items - 1) k.
const bucketOf = (i) => BUCKETS[Math.max(1, Math.ceil((5 * i) / Math.max(1, ranked.height - 1))) - 1];
const items = ranked
  .withColumns(pl.Series("popularity_bucket", [...Array(ranked.height).keys()].map(bucketOf)))
  .join(catalog, { on: "movieId", how: "left" })
  .withColumns(col("primary_genre").fillNull(lit("unknown")).as("spillover_cluster"))
  .sort("movieId")
  .select(
    "movieId", "title", "clean_title", "genres", "primary_genre", "spillover_cluster", "release_year",
    "genre_count", "sample_rating_count", "sample_mean_rating", "sample_liked_rate", "popularity_bucket",
  );

metrics("full_rating_summary", {
  full_rating_rows_scanned: ratings.height,
  full_unique_users: full.users,
  full_unique_movies_with_ratings: full.movies,
  rating_timestamp_min: dateTime(full.first),
  rating_timestamp_max: dateTime(full.last),
  sample_user_modulus: modulus,
  sample_rating_rows: sample.height,
  sample_unique_users: users.height,
  sample_unique_movies: items.height,
});
const sampleCounts = new Map(sample.groupBy("rating").agg(len().as("n")).rows());
table(
  "rating_distribution",
  ["rating", "full_count", "full_share", "sample_count", "sample_share", "share_difference"],
  fullCounts.rows().map(([rating, count]) => {
    const share = count / ratings.height;
    const sampled = sampleCounts.get(rating);
    if (sampled === undefined) return [rating, count, share, null, null, null];
    return [rating, count, share, sampled, sampled / sample.height, sampled / sample.height - share];
  }),
);
metrics("join_quality", {
  sample_rating_rows: enriched.height,
  rows_missing_movie_title: missing("title"),
  rows_missing_primary_genre: missing("primary_genre"),
  distinct_primary_genres_in_ratings: enriched.getColumn("primary_genre").dropNulls().nUnique(),
});
metrics("sample_quality", {
  repeated_user_movie_rows: sample.height - sample.select("userId", "movieId").unique().height,
  ratings_of_unknown_movies: missing("primary_genre"),
});

// ---- groupings

const grouped = (frame, key) =>
  frame
    .groupBy(key)
    .agg(
      len().as("rating_rows"),
      col("userId").nUnique().as("users"),
      col("movieId").nUnique().as("movies"),
      col("rating").cast(pl.Float64).mean().as("mean_rating"),
      col("liked").mean().as("liked_rate"),
    );
const genreSummary = grouped(
  enriched
    .filter(col("primary_genre").isNotNull())
    .select("userId", "movieId", "rating", "liked", "genre_list")
    .explode("genre_list")
    .rename({ genre_list: "genre" }),
  "genre",
).sort(["rating_rows", "genre"], [true, false]);
table(
  "genre_summary",
  ["genre", "sampled_rating_rows", "unique_movies", "mean_rating", "liked_rate"],
  genreSummary.select("genre", "rating_rows", "movies", "mean_rating", "liked_rate").rows(),
);
table(
  "yearly_activity",
  ["rating_year", "rating_rows", "users", "movies", "mean_rating", "liked_rate"],
  grouped(enriched, "rating_year").sort("rating_year").rows(),
);

// ---- users and items

describe(
  "user_activity_summary",
  Object.fromEntries(
    ["n_ratings", "mean_rating", "liked_rate", "active_years", "activity_span_days", "unique_primary_genres"].map(
      (name) => [name, values(users, name)],
    ),
  ),
);
frameTable("top_users", userFeatures.sort(["n_ratings", "userId"], [true, false]).head(10));
const activity = Array.from(values(users, "n_ratings"));
const means = Array.from(values(users, "mean_rating"));
histogram("user_activity_histogram", "users", activity, logarithmicEdges(activity, 60));
histogram("mean_rating_histogram", "users", means, linearEdges(means, 40));
describe(
  "item_summary",
  Object.fromEntries(
    ["sample_rating_count", "sample_mean_rating", "sample_liked_rate", "genre_count"].map((name) => [
      name,
      Array.from(values(items, name)).filter((value) => value !== null),
    ]),
  ),
);
frameTable(
  "top_items",
  items
    .sort(["sample_rating_count", "movieId"], [true, false])
    .head(15)
    .select("movieId", "title", "primary_genre", "sample_rating_count", "sample_mean_rating", "sample_liked_rate"),
);
const popularity = Array.from(values(items, "sample_rating_count"));
histogram("item_popularity_histogram", "movies", popularity, logarithmicEdges(popularity, 80));
const clusters = items
  .groupBy("spillover_cluster")
  .agg(
    len().as("movies"),
    sum(col("sample_rating_count").cast(Int64)).as("sampled_ratings"),
    col("sample_mean_rating").mean().as("mean_item_rating"),
    ...BUCKETS.map((bucket) => sum(col("popularity_bucket").eq(lit(bucket)).cast(Int32)).as(bucket)),
  )
  .sort(["sampled_ratings", "spillover_cluster"], [true, false]);
frameTable("cluster_readiness", clusters.select("spillover_cluster", "movies", "sampled_ratings", "mean_item_rating"));
frameTable("popularity_by_cluster", clusters.select("spillover_cluster", ...BUCKETS));

// ---- slates

const eligible = users
  .filter(col("n_ratings").gtEq(lit(MIN_USER_RATINGS)))
  .sort(["n_ratings", "unique_primary_genres", "userId"], [true, true, false])
  .head(MAX_SEED_USERS);
// The place of a row within its user, in a frame that is sorted by user.
const numbered = (frame, name) =>
  frame.withRowIndex("row").withColumns(col("row").sub(col("row").min().over("userId")).as(name)).drop("row");
const pool = numbered(
  enriched
    .drop("genre_list", "clean_title", "genre_count", "release_year")
    .join(eligible.select("userId"), { on: "userId", how: "semi" })
    .sort({ by: ["userId", "timestamp"], descending: [false, true], maintainOrder: true }),
  "recency",
).filter(col("recency").lt(lit(RECENT_POOL_SIZE)));
const slates = numbered(
  pool.sort({ by: ["userId", "rating"], descending: [false, true], maintainOrder: true }),
  "position",
)
  .filter(col("position").lt(lit(SLATE_SIZE)).and(len().over("userId").gtEq(lit(SLATE_SIZE))))
  .withColumns(
    pl.concatString([lit("user_"), col("userId").cast(Utf8), lit("_seed")], "").as("slate_id"),
    col("primary_genre").fillNull(lit("unknown")).as("spillover_cluster"),
    col("position").add(lit(1)).cast(Int32).as("slate_position_seed"),
  )
  .rename({ rating: "observed_relevance", liked: "high_relevance" });
const slateSeed = slates.select(
  "slate_id", "userId", "movieId", "title", "genres", "primary_genre", "spillover_cluster",
  "slate_position_seed", "observed_relevance", "high_relevance", "rating_datetime", "rating_year",
);
const bySlate = slates
  .groupBy("userId")
  .agg(
    col("slate_id").first().as("slate_id"),
    len().as("positions"),
    col("movieId").nUnique().as("movies"),
    col("timestamp").max().sub(col("timestamp").min()).as("slate_seconds"),
  )
  .join(users.select("userId", "span_seconds"), { on: "userId" });
metrics("slate_seed_summary", {
  eligible_users_considered: eligible.height,
  complete_seed_slates: bySlate.height,
  rows_in_seed_slate_table: slates.height,
  slate_size: SLATE_SIZE,
  unique_movies_in_seed_slates: slates.getColumn("movieId").nUnique(),
  unique_spillover_clusters: slates.getColumn("spillover_cluster").nUnique(),
  mean_high_relevance_rate: slates.getColumn("high_relevance").mean(),
});
const faults = bySlate.toRecords().flatMap(({ slate_id, positions, movies: distinct }) => [
  ...(positions === SLATE_SIZE ? [] : [[slate_id, "positions"]]),
  ...(distinct === positions ? [] : [[slate_id, "repeated_movie"]]),
]);
table("slate_faults", ["slate_id", "fault"], faults.sort((a, b) => (a.join() < b.join() ? -1 : 1)));
frameTable(
  "slate_overlap",
  slates
    .groupBy("spillover_cluster", "userId")
    .agg(len().as("movies_on_slate"))
    .groupBy("spillover_cluster", "movies_on_slate")
    .agg(len().as("slates"))
    .withColumns(col("slates").sum().over("spillover_cluster").as("total"))
    .sort(["total", "spillover_cluster", "movies_on_slate"], [true, false, false])
    .drop("total"),
);
const slateSeconds = Array.from(values(bySlate, "slate_seconds"), Number);
const historySeconds = Array.from(values(bySlate, "span_seconds"), Number);
describe("slate_time_span", {
  slate_span_days: slateSeconds.map((seconds) => seconds / 86_400),
  history_span_days: historySeconds.map((seconds) => seconds / 86_400),
  slate_share_of_history: slateSeconds
    .map((seconds, i) => seconds / historySeconds[i])
    .filter((_, i) => historySeconds[i] > 0),
});

// ---- the account, the checks, the data sets

// A reader that stops at a row that it cannot read rejects none.
table(
  "data_quality",
  ["archive", "entry", "figure", "count"],
  Object.entries({ "": entries.length, "links.csv": links.height, "movies.csv": movies.height, "ratings.csv": ratings.height }).flatMap(
    ([entry, rows]) =>
      Object.entries({ rows_read: rows, rows_accepted: rows, rows_rejected: 0 }).map(([figure, count]) => [
        basename(archive),
        entry && root + entry,
        figure,
        count,
      ]),
  ),
);
csv(join(processed, "movielens_interference_setup_readiness.csv"), ["check", "value", "notes"], [
  ["raw_zip_found", "True", "The archive was found and its entries were listed."],
  ["ratings_sample_rows", sample.height, "Ratings in the sample: the complete histories of its users."],
  ["sample_unique_users", users.height, "Users for whom slates can be simulated."],
  ["sample_unique_movies", items.height, "Movies with at least one sampled rating."],
  ["complete_seed_slates", bySlate.height, "Seed slates with every position filled."],
  ["seed_slate_rows", slates.height, "Rows of the seed slates; the number of slates times the slate size."],
  ["spillover_clusters", clusters.height, "Substitute clusters among the rated movies, by primary genre."],
]);
const datasets = {
  ratings_sample: enriched.select(
    "userId", "movieId", "rating", "timestamp", "rating_datetime", "rating_year", "liked", "title",
    "clean_title", "genres", "primary_genre", "genre_count", "release_year",
  ),
  items,
  user_features: userFeatures,
  slate_seed: slateSeed,
};
for (const [name, frame] of Object.entries(datasets)) {
  frame.writeParquet(join(processed, `movielens_interference_${name}.parquet`), { compression: "snappy" });
}
