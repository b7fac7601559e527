package org.spillway.transforms.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.spillway.schemas.SummaryTable;

/** The setup report's sections, in the order in which an analyst would ask. */
final class SetupSections {
  /** The section that shows the run's parameters. */
  static final String RUN = "run";

  /** The section that shows the readiness checks. */
  static final String SAVED = "saved";

  /** The section that draws conclusions. */
  static final String TAKEAWAYS = "takeaways";

  static final List<Section> ALL =
      List.of(
          Section.of(
              RUN,
              "This run",
              "What went in and which parameters decided the result. The same archive and parameters"
                  + " give the same files to the byte, so this is all that one needs to repeat it."),
          Section.of(
              "archive",
              "The archive",
              "What the zip holds, and what became of every row in it: read is accepted plus"
                  + " rejected. A surprise in a later section often begins as a surprise here.",
              "archive",
              "data_quality"),
          Section.of(
              "catalog",
              "Movie catalog",
              "The items that can compete. Genres tell which movies a user might take instead of"
                  + " one another; a movie without genres has no such neighbours of its own.",
              "movie_summary",
              "links_coverage"),
          Section.of(
              "tags",
              "Tag sample",
              "How much the users' own words could add to genres. Tags know of likeness that genres"
                  + " miss, such as an actor or a mood, but few users write them.",
              "tag_summary"),
          Section.of(
              "sample",
              "Rating sample",
              "Users are sampled, not ratings: a slate can be simulated only for somebody whose"
                  + " history is whole. Figures of the full file stand beside those of the sample.",
              "full_rating_summary"),
          Section.of(
              "rating-scale",
              "Rating scale",
              "How often each rating is given, in the file and in the sample. A sample that likes"
                  + " more, or less, than the file would pass its taste on to every simulated outcome.",
              "rating_distribution"),
          Section.of(
                  "rating-distribution",
                  "Rating distribution, drawn",
                  "Above, pairs of bars of equal height say that the sample judges as the file does;"
                      + " below, what is left of their difference is magnified.")
              .withFigures("01_rating_distribution", "08_sample_vs_full"),
          Section.of(
              "join",
              "Ratings meet the catalog",
              "Whether each sampled rating finds its movie. One that does not has no genre and so no"
                  + " cluster, and takes no part in any comparison between substitutes.",
              "join_quality",
              "sample_quality"),
          Section.of(
              "users",
              "User activity",
              "Who can be given a slate. Long histories make credible slates, and histories of many"
                  + " genres make slates that hold substitutes and other movies side by side.",
              "user_activity_summary",
              "top_users"),
          Section.of(
                  "user-activity",
                  "User activity, drawn",
                  "On the left, the few who rate very much: unless they are held back they outweigh"
                      + " everybody else. On the right, strict and generous users, for whom the same"
                      + " rating does not mean the same.",
                  "user_activity_histogram",
                  "mean_rating_histogram")
              .withFigures("02_user_activity"),
          Section.of(
              "items",
              "Item popularity and quality",
              "How attention is spread before anything is promoted. To promote what everybody knows"
                  + " takes attention from other well-known movies; in the tail there is little to take.",
              "item_summary",
              "top_items"),
          Section.of(
                  "item-popularity",
                  "The long tail, drawn",
                  "Most movies have a handful of sampled ratings and a few have very many. Effects are"
                      + " best told apart by popularity, since both ends will not respond alike.",
                  "item_popularity_histogram")
              .withFigures("03_item_popularity_long_tail"),
          Section.of(
              "genres",
              "Genre coverage",
              "Each rating counts for all genres of its movie here. A genre with many movies and"
                  + " ratings offers many pairs of substitutes; in a small one every estimate is noisy."
                  + " Where genres stand in alphabetical order, the primary one says little.",
              "genre_summary",
              "genre_order",
              "genre_primary_share"),
          Section.of(
                  "genre-volume",
                  "Rating volume by genre, drawn",
                  "Where competition can be studied at all: the longer a bar, the likelier that a slate"
                      + " holds several movies of that genre.")
              .withFigures("04_genre_rating_volume"),
          Section.of(
              "time",
              "Time coverage",
              "How the sample is spread over the years. Taste, catalog and site all drift, so a"
                  + " slate that mixes distant years may set movies against each other that never met.",
              "yearly_activity"),
          Section.of(
                  "yearly-activity",
                  "Yearly activity, drawn",
                  "Whether a few years dominate, and whether ratings rise or fall with time: reasons to"
                      + " control for the calendar.")
              .withFigures("05_yearly_rating_activity"),
          Section.of(
              "top-tags",
              "Top tags",
              "The words that users agree on. Where genres prove too coarse, movies that share such a"
                  + " tag are the next candidates for substitutes.",
              "top_tags"),
          Section.of(
                  "clusters",
                  "Substitute clusters",
                  "Each movie belongs to one cluster, its primary genre: a first answer to who competes"
                      + " with whom. A cluster needs movies enough to compare, and of every popularity.",
                  "cluster_readiness",
                  "popularity_by_cluster")
              .withFigures("07_popularity_by_cluster"),
          Section.of(
                  "slates",
                  "Seed slates",
                  "Candidate sets for simulated promotions, made of what each user rated best lately."
                      + " Spillover can show only where at least two movies of a cluster share a slate.",
                  "slate_seed_summary",
                  "slate_overlap",
                  "slate_time_span",
                  "slate_faults")
              .withFigures("06_slates_by_cluster"),
          Section.of(
              SAVED,
              "Saved files and readiness",
              "What later studies load instead of reading the archive again, and the checks that say"
                  + " whether they may."),
          Section.of(
              TAKEAWAYS,
              "Takeaways",
              "What this data set offers to a study of interference, in this run's own numbers."));

  /** The files that later pipelines read. */
  static final SummaryTable FILES =
      SummaryTable.builder("processed_files", "file", "holds")
          .row("movielens_interference_ratings_sample.parquet", "the sampled ratings with movies")
          .row("movielens_interference_items.parquet", "each rated movie with its cluster")
          .row("movielens_interference_user_features.parquet", "each sampled user's features")
          .row("movielens_interference_slate_seed.parquet", "the seed slates, position by position")
          .row("movielens_interference_setup_readiness.csv", "the readiness checks")
          .build();

  private SetupSections() {}

  /** The names of those tables that no section shows. */
  static List<String> unshown(Set<String> tables) {
    TreeSet<String> names = new TreeSet<>(tables);
    ALL.forEach(section -> section.tables().forEach(names::remove));
    return List.copyOf(names);
  }
}
