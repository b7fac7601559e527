package org.spillway.transforms.summaries;

import static org.spillway.transforms.testing.TestHistory.seconds;

import java.util.List;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.Movie;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingsProfile;
import org.spillway.transforms.testing.TestBatch;
import org.spillway.transforms.testing.TestHistory;

/**
 * A file of ten ratings, six of which are sampled. User 50 rates a movie twice; user 100 rates a
 * movie without title and genres, and one that the catalog does not know.
 */
final class SampledRatings {
  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action|Crime|Thriller");
  private static final Movie SABRINA = Movie.of(7, "Sabrina (1995)", "Comedy|Romance");
  private static final Movie UNTITLED = Movie.of(9, null, null);

  private SampledRatings() {}

  static List<EnrichedHistory> histories() {
    return List.of(
        TestHistory.of(50)
            .rated(6, 4.0, "2000-12-31T23:59:59")
            .rated(7, 3.5, "2001-01-01T00:00:00")
            .rated(6, 4.0, "2001-05-05T05:05:05")
            .with(HEAT, SABRINA, UNTITLED),
        TestHistory.of(100)
            .rated(6, 5.0, "2001-06-06T06:06:06")
            .rated(404, 1.0, "2000-02-29T12:00:00")
            .rated(9, 2.0, "2001-07-07T07:07:07")
            .with(HEAT, SABRINA, UNTITLED));
  }

  static List<RatingBatch> fullFile() {
    return List.of(
        TestBatch.at(0)
            .row(1, 6, 4.0, seconds("1996-01-01T00:00:00"))
            .row(1, 7, 0.5, seconds("1997-01-01T00:00:00"))
            .row(2, 8, 3.5, seconds("2009-09-09T09:09:09"))
            .row(2, 9, 4.0, seconds("1998-01-01T00:00:00"))
            .row(50, 6, 4.0, seconds("2000-12-31T23:59:59"))
            .row(50, 7, 3.5, seconds("2001-01-01T00:00:00"))
            .build(),
        TestBatch.at(6)
            .row(50, 6, 4.0, seconds("2001-05-05T05:05:05"))
            .row(100, 6, 5.0, seconds("2001-06-06T06:06:06"))
            .row(100, 404, 1.0, seconds("2000-02-29T12:00:00"))
            .row(100, 9, 2.0, seconds("2001-07-07T07:07:07"))
            .build());
  }

  static RatingsProfile fullProfile() {
    RatingsProfile profile = new RatingsProfile();
    fullFile().forEach(profile::add);
    return profile;
  }

  static SampleProfile sampleProfile(int likedThreshold) {
    SampleProfile profile = new SampleProfile();
    histories().forEach(history -> profile.add(history, likedThreshold));
    return profile;
  }
}
