"""The setup job as the notebook's pandas does it, with the tables that Spillway has beside its own.

Arguments: the archive, the output folder, the user modulus. It reads the entries inside the zip,
the ratings in chunks of a million rows, as the notebook does. The four data sets are written as
pickles, not as Parquet, for which pandas would need pyarrow. No figures.
"""

import math
import sys
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pandas as pd

ARCHIVE = Path(sys.argv[1])
OUTPUT = Path(sys.argv[2])
MODULUS = int(sys.argv[3])
CHUNK_ROWS = 1_000_000
TAG_SAMPLE_ROWS = 300_000
MIN_USER_RATINGS, MAX_SEED_USERS, RECENT_POOL_SIZE, SLATE_SIZE = 20, 3_000, 50, 12
BUCKETS = ["very_low", "low", "medium", "high", "very_high"]
PERCENTILES = [0.1, 0.25, 0.5, 0.75, 0.9]

PROCESSED = OUTPUT / "processed"
TABLES = OUTPUT / "writeup" / "tables"
PROCESSED.mkdir(parents=True)
TABLES.mkdir(parents=True)


def table(name, frame):
    frame.to_csv(TABLES / f"{name}.csv", index=False)


def metrics(name, figures):
    # As objects, so that counts stay whole numbers beside text and means.
    table(name, pd.DataFrame({"metric": list(figures), "value": pd.Series(figures.values(), dtype=object)}))


def describe(name, columns):
    rows = {
        column: values.astype("float64").describe(percentiles=PERCENTILES)
        for column, values in columns.items()
    }
    table(name, pd.DataFrame(rows).T.rename_axis("column").reset_index())


def histogram(name, count, values, edges):
    counts, _ = np.histogram(values, edges)
    table(name, pd.DataFrame({"bin_start": edges[:-1], "bin_end": edges[1:], count: counts}))


def logarithmic_edges(values, bins):
    """Each bin at least one wide, the others sharing what is left of the logarithmic range."""
    low, high = int(values.min()), int(values.max())
    bins = min(bins, high - low + 1)
    edges = [low - 0.5]
    for i in range(1, bins):
        start = edges[-1]
        ratio = ((high + 0.5) / start) ** (1 / (bins - i + 1))
        edges.append(start + max(1, math.floor(start * (ratio - 1) + 0.5)))
    return np.array(edges + [high + 0.5])


zf = ZipFile(ARCHIVE)
entries = [info for info in zf.infolist() if not info.is_dir()]
root = next(e.filename for e in entries if e.filename.split("/")[-1] == "ratings.csv")[: -len("ratings.csv")]
table(
    "archive",
    pd.DataFrame(
        {
            "file": [e.filename for e in entries],
            "compressed_mb": [e.compress_size / 1_000_000 for e in entries],
            "uncompressed_mb": [e.file_size / 1_000_000 for e in entries],
        }
    ).sort_values(["uncompressed_mb", "file"], ascending=[False, True]),
)

# The catalog.
with zf.open(root + "movies.csv") as file:
    movies = pd.read_csv(file, dtype={"movieId": "int32"})
movies = movies.assign(
    release_year=movies["title"].str.extract(r"\((\d{4})\)\s*$")[0].astype("float"),
    clean_title=movies["title"].str.replace(r"\s*\(\d{4}\)\s*$", "", regex=True),
    genre_list=movies["genres"].fillna("(no genres listed)").str.split("|"),
)
movies["genre_count"] = movies["genre_list"].str.len()
movies["primary_genre"] = movies["genre_list"].str[0]
metrics(
    "movie_summary",
    {
        "movies": len(movies),
        "movies_with_release_year": int(movies["release_year"].notna().sum()),
        "movies_without_genres": int((movies["genres"] == "(no genres listed)").sum()),
        "distinct_primary_genres": movies["primary_genre"].nunique(),
        "median_genres_per_movie": movies["genre_count"].median(),
    },
)
several = movies.loc[movies["genre_count"] > 1, "genre_list"]
alphabetical = sum(genres == sorted(genres) for genres in several)
metrics(
    "genre_order",
    {
        "multi_genre_movies": len(several),
        "alphabetical_multi_genre_movies": alphabetical,
        "alphabetical_share": alphabetical / len(several) if len(several) else None,
    },
)
shares = movies["genre_list"].explode().value_counts().rename("movies").to_frame()
shares["primary_movies"] = movies["primary_genre"].value_counts().reindex(shares.index, fill_value=0)
shares["primary_share"] = shares["primary_movies"] / shares["movies"]
table("genre_primary_share", shares.sort_index().rename_axis("genre").reset_index())

# Links and tags.
with zf.open(root + "links.csv") as file:
    links = pd.read_csv(file, dtype={"movieId": "int32", "imdbId": "str", "tmdbId": "str"})
metrics(
    "links_coverage",
    {
        "link_rows": len(links),
        "links_with_imdb_id": int(links["imdbId"].notna().sum()),
        "links_with_tmdb_id": int(links["tmdbId"].notna().sum()),
        "links_of_unknown_movies": int((~links["movieId"].isin(movies["movieId"])).sum()),
        "movies_without_link": int((~movies["movieId"].isin(links["movieId"])).sum()),
    },
)
with zf.open(root + "tags.csv") as file:
    tags = pd.read_csv(file, nrows=TAG_SAMPLE_ROWS)
tags["tag_clean"] = tags["tag"].astype("string").str.strip().str.lower()
metrics(
    "tag_summary",
    {
        "tag_rows_loaded": len(tags),
        "unique_users_in_tag_sample": tags["userId"].nunique(),
        "unique_movies_in_tag_sample": tags["movieId"].nunique(),
        "unique_clean_tags_in_sample": tags["tag_clean"].nunique(),
        "tag_date_min": pd.to_datetime(tags["timestamp"].min(), unit="s"),
        "tag_date_max": pd.to_datetime(tags["timestamp"].max(), unit="s"),
    },
)
table(
    "top_tags",
    tags.dropna(subset=["tag_clean"])
    .groupby("tag_clean")
    .agg(tag_rows=("userId", "size"), users=("userId", "nunique"), movies=("movieId", "nunique"))
    .reset_index()
    .sort_values(["tag_rows", "tag_clean"], ascending=[False, True])
    .head(25),
)

# The one scan of the ratings.
chunks, user_ids, movie_ids = [], set(), set()
counts = pd.Series(dtype="int64")
full_rows, first, last = 0, None, None
types = {"userId": "int32", "movieId": "int32", "rating": "float32", "timestamp": "int64"}
with zf.open(root + "ratings.csv") as file:
    for chunk in pd.read_csv(file, chunksize=CHUNK_ROWS, dtype=types):
        full_rows += len(chunk)
        user_ids.update(chunk["userId"].unique().tolist())
        movie_ids.update(chunk["movieId"].unique().tolist())
        counts = counts.add(chunk["rating"].value_counts(), fill_value=0)
        low, high = int(chunk["timestamp"].min()), int(chunk["timestamp"].max())
        first = low if first is None else min(first, low)
        last = high if last is None else max(last, high)
        sampled = chunk.loc[chunk["userId"] % MODULUS == 0].copy()
        if not sampled.empty:
            chunks.append(sampled)
# Stable, so that a user's rows keep the file's order.
ratings = pd.concat(chunks, ignore_index=True).sort_values("userId", kind="stable", ignore_index=True)
# The notebook averages float32; float64 is exact, and no slower on a sample.
ratings["rating"] = ratings["rating"].astype("float64")
ratings["rating_datetime"] = pd.to_datetime(ratings["timestamp"], unit="s")
ratings["rating_year"] = ratings["rating_datetime"].dt.year
ratings["liked"] = (ratings["rating"] >= 4.0).astype("int8")
metrics(
    "full_rating_summary",
    {
        "full_rating_rows_scanned": full_rows,
        "full_unique_users": len(user_ids),
        "full_unique_movies_with_ratings": len(movie_ids),
        "rating_timestamp_min": pd.to_datetime(first, unit="s"),
        "rating_timestamp_max": pd.to_datetime(last, unit="s"),
        "sample_user_modulus": MODULUS,
        "sample_rating_rows": len(ratings),
        "sample_unique_users": ratings["userId"].nunique(),
        "sample_unique_movies": ratings["movieId"].nunique(),
    },
)
full = counts.astype("int64").sort_index().rename_axis("rating").reset_index(name="full_count")
full["full_share"] = full["full_count"] / full["full_count"].sum()
part = ratings["rating"].value_counts().sort_index().rename_axis("rating").reset_index(name="sample_count")
part["sample_share"] = part["sample_count"] / part["sample_count"].sum()
distribution = full.merge(part, on="rating", how="left")
distribution["share_difference"] = distribution["sample_share"] - distribution["full_share"]
table("rating_distribution", distribution)

# Enrichment.
catalog = movies[["movieId", "title", "clean_title", "genres", "primary_genre", "genre_count", "release_year"]]
enriched = ratings.merge(catalog, on="movieId", how="left")
unknown = int((~ratings["movieId"].isin(movies["movieId"])).sum())
metrics(
    "join_quality",
    {
        "sample_rating_rows": len(enriched),
        "rows_missing_movie_title": int(enriched["title"].isna().sum()),
        "rows_missing_primary_genre": int(enriched["primary_genre"].isna().sum()),
        "distinct_primary_genres_in_ratings": enriched["primary_genre"].nunique(),
    },
)
metrics(
    "sample_quality",
    {
        "repeated_user_movie_rows": int(ratings.duplicated(["userId", "movieId"]).sum()),
        "ratings_of_unknown_movies": unknown,
    },
)

# Users.
users = (
    enriched.groupby("userId")
    .agg(
        n_ratings=("rating", "size"),
        mean_rating=("rating", "mean"),
        liked_rate=("liked", "mean"),
        first_rating_time=("rating_datetime", "min"),
        last_rating_time=("rating_datetime", "max"),
        active_years=("rating_year", "nunique"),
        unique_primary_genres=("primary_genre", "nunique"),
    )
    .reset_index()
)
users["activity_span_days"] = (users["last_rating_time"] - users["first_rating_time"]).dt.days
describe(
    "user_activity_summary",
    users[["n_ratings", "mean_rating", "liked_rate", "active_years", "activity_span_days", "unique_primary_genres"]],
)
table("top_users", users.sort_values(["n_ratings", "userId"], ascending=[False, True]).head(10))
histogram("user_activity_histogram", "users", users["n_ratings"], logarithmic_edges(users["n_ratings"], 60))
means = users["mean_rating"]
low, high = means.min(), means.max()
low, high = (low - 0.5, high + 0.5) if low == high else (low, high)
edges = np.array([low + i * ((high - low) / 40) for i in range(40)] + [high])
histogram("mean_rating_histogram", "users", means, edges)

# Items.
items = (
    enriched.groupby("movieId")
    .agg(
        sample_rating_count=("rating", "size"),
        sample_mean_rating=("rating", "mean"),
        sample_liked_rate=("liked", "mean"),
        first_sample_rating_time=("rating_datetime", "min"),
        last_sample_rating_time=("rating_datetime", "max"),
    )
    .reset_index()
    .merge(movies, on="movieId", how="left")
)
items["popularity_bucket"] = pd.qcut(items["sample_rating_count"].rank(method="first"), q=5, labels=BUCKETS)
items["spillover_cluster"] = items["primary_genre"].fillna("unknown")
describe("item_summary", items[["sample_rating_count", "sample_mean_rating", "sample_liked_rate", "genre_count"]])
table(
    "top_items",
    items.sort_values(["sample_rating_count", "movieId"], ascending=[False, True]).head(15)[
        ["movieId", "title", "primary_genre", "sample_rating_count", "sample_mean_rating", "sample_liked_rate"]
    ],
)
popularity = items["sample_rating_count"]
histogram("item_popularity_histogram", "movies", popularity, logarithmic_edges(popularity, 80))
clusters = (
    items.groupby("spillover_cluster")
    .agg(
        movies=("movieId", "nunique"),
        sampled_ratings=("sample_rating_count", "sum"),
        mean_item_rating=("sample_mean_rating", "mean"),
    )
    .reset_index()
    .sort_values(["sampled_ratings", "spillover_cluster"], ascending=[False, True])
)
table("cluster_readiness", clusters)
fifths = pd.crosstab(items["spillover_cluster"], items["popularity_bucket"], dropna=False)
table("popularity_by_cluster", fifths.reindex(clusters["spillover_cluster"])[BUCKETS].reset_index())

# Groupings.
genres = ratings.merge(movies[["movieId", "genre_list"]], on="movieId", how="inner").explode("genre_list")
table(
    "genre_summary",
    genres.rename(columns={"genre_list": "genre"})
    .groupby("genre")
    .agg(
        sampled_rating_rows=("rating", "size"),
        unique_movies=("movieId", "nunique"),
        mean_rating=("rating", "mean"),
        liked_rate=("liked", "mean"),
    )
    .reset_index()
    .sort_values(["sampled_rating_rows", "genre"], ascending=[False, True]),
)
table(
    "yearly_activity",
    enriched.groupby("rating_year")
    .agg(
        rating_rows=("rating", "size"),
        users=("userId", "nunique"),
        movies=("movieId", "nunique"),
        mean_rating=("rating", "mean"),
        liked_rate=("liked", "mean"),
    )
    .reset_index(),
)

# Slates.
eligible = (
    users[users["n_ratings"] >= MIN_USER_RATINGS]
    .sort_values(["n_ratings", "unique_primary_genres", "userId"], ascending=[False, False, True])
    .head(MAX_SEED_USERS)
)
pool = enriched[enriched["userId"].isin(eligible["userId"])]
pool = pool.sort_values(["userId", "timestamp"], ascending=[True, False], kind="stable")
pool = pool.groupby("userId").head(RECENT_POOL_SIZE)
pool = pool.sort_values(["userId", "rating"], ascending=[True, False], kind="stable")
slates = pool.groupby("userId").head(SLATE_SIZE)
slates = slates[slates.groupby("userId")["movieId"].transform("size") >= SLATE_SIZE].copy()
slates["slate_id"] = "user_" + slates["userId"].astype(str) + "_seed"
slates["spillover_cluster"] = slates["primary_genre"].fillna("unknown")
slates["slate_position_seed"] = slates.groupby("userId").cumcount() + 1
slates = slates.rename(columns={"rating": "observed_relevance", "liked": "high_relevance"})[
    [
        "slate_id", "userId", "movieId", "title", "genres", "primary_genre", "spillover_cluster",
        "slate_position_seed", "observed_relevance", "high_relevance", "rating_datetime", "rating_year",
        "timestamp",
    ]
]
metrics(
    "slate_seed_summary",
    {
        "eligible_users_considered": len(eligible),
        "complete_seed_slates": slates["slate_id"].nunique(),
        "rows_in_seed_slate_table": len(slates),
        "slate_size": SLATE_SIZE,
        "unique_movies_in_seed_slates": slates["movieId"].nunique(),
        "unique_spillover_clusters": slates["spillover_cluster"].nunique(),
        "mean_high_relevance_rate": slates["high_relevance"].mean(),
    },
)
by_slate = slates.groupby("slate_id")
faults = pd.concat(
    [
        by_slate.size().loc[lambda n: n != SLATE_SIZE].index.to_frame(index=False).assign(fault="positions"),
        (by_slate["movieId"].nunique() < by_slate.size())
        .loc[lambda repeated: repeated]
        .index.to_frame(index=False)
        .assign(fault="repeated_movie"),
    ]
)
table("slate_faults", faults.sort_values(["slate_id", "fault"]))
overlap = (
    slates.groupby(["spillover_cluster", "slate_id"])
    .size()
    .rename("movies_on_slate")
    .reset_index()
    .groupby(["spillover_cluster", "movies_on_slate"])
    .size()
    .rename("slates")
    .reset_index()
)
overlap["total"] = overlap.groupby("spillover_cluster")["slates"].transform("sum")
table(
    "slate_overlap",
    overlap.sort_values(
        ["total", "spillover_cluster", "movies_on_slate"], ascending=[False, True, True]
    ).drop(columns="total"),
)
times = slates.groupby("userId")["timestamp"].agg(["min", "max"])
slate_seconds = times["max"] - times["min"]
of_slates = users.set_index("userId").loc[times.index]
history_seconds = (of_slates["last_rating_time"] - of_slates["first_rating_time"]).dt.total_seconds()
describe(
    "slate_time_span",
    {
        "slate_span_days": slate_seconds / 86_400,
        "history_span_days": history_seconds / 86_400,
        "slate_share_of_history": (slate_seconds / history_seconds)[history_seconds > 0],
    },
)

# A reader that stops at a row that it cannot read rejects none.
accounts = {"": len(entries), "links.csv": len(links), "movies.csv": len(movies), "ratings.csv": full_rows}
table(
    "data_quality",
    pd.DataFrame(
        [
            (ARCHIVE.name, root + entry if entry else "", figure, count)
            for entry, rows in accounts.items()
            for figure, count in (("rows_read", rows), ("rows_accepted", rows), ("rows_rejected", 0))
        ],
        columns=["archive", "entry", "figure", "count"],
    ),
)
pd.DataFrame(
    [
        ("raw_zip_found", True, "The archive was found and its entries were listed."),
        ("ratings_sample_rows", len(ratings), "Ratings in the sample: the complete histories of its users."),
        ("sample_unique_users", len(users), "Users for whom slates can be simulated."),
        ("sample_unique_movies", len(items), "Movies with at least one sampled rating."),
        ("complete_seed_slates", slates["slate_id"].nunique(), "Seed slates with every position filled."),
        (
            "seed_slate_rows",
            len(slates),
            "Rows of the seed slates; the number of slates times the slate size.",
        ),
        ("spillover_clusters", len(clusters), "Substitute clusters among the rated movies, by primary genre."),
    ],
    columns=["check", "value", "notes"],
).to_csv(PROCESSED / "movielens_interference_setup_readiness.csv", index=False)

# The notebook writes Parquet, for which pandas needs pyarrow; pickle is what it has without.
for name, frame in {
    "ratings_sample": enriched,
    "items": items.drop(columns=["genre_list", "first_sample_rating_time", "last_sample_rating_time"]),
    "user_features": users,
    "slate_seed": slates.drop(columns="timestamp"),
}.items():
    frame.to_pickle(PROCESSED / f"movielens_interference_{name}.pkl")
