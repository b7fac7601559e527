package org.spillway.pipelines.examples;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.ZipFixture;

class BusiestUsersTest {

  @Test
  void itRuns(@TempDir Path folder) throws IOException {
    Path archive =
        ZipFixture.of(
                FixtureEntry.of("ratings.csv", "userId,movieId,rating,timestamp\n" + ratings()),
                FixtureEntry.of("movies.csv", "movieId,title,genres\n1,A (1999),Drama\n"))
            .writeTo(folder.resolve("ml.zip"));
    Path csv = folder.resolve("busiest.csv");

    BusiestUsers.main(new String[] {archive.toString(), csv.toString()});

    assertThat(
        Files.readAllLines(csv), containsInAnyOrder("user,ratings,mean", "2,100,3.5", "6,102,5.0"));
  }

  /** User 1 is not in the sample, and user 4 has one rating too few. */
  private static String ratings() {
    return ratings(1, 150, "4.0")
        + ratings(2, 100, "3.5")
        + ratings(4, 99, "1.0")
        + ratings(6, 102, "5.0");
  }

  private static String ratings(int user, int count, String stars) {
    List<String> rows =
        IntStream.rangeClosed(1, count)
            .mapToObj(movie -> user + "," + movie + "," + stars + ",1000000000\n")
            .toList();
    return String.join("", rows);
  }
}
