package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.spillway.transforms.read.CsvComparison.Outcome;
import org.spillway.transforms.read.CsvComparison.Reader;
import org.spillway.transforms.testing.SetSeed;

/** Wherever an entry is cut into chunks, the same rows come of it, the same faults and figures. */
@AddLifecycleHook(SetSeed.class)
class CutPropertiesTest {

  @Property
  void ratingsMayBeCutAnywhere(
      @ForAll("ratings") String csv, @ForAll @IntRange(min = 1, max = 80) int chunkSize)
      throws IOException {
    checkCut(csv, chunkSize, Reading::ratingsInChunks);
  }

  @Property
  void moviesMayBeCutAnywhere(
      @ForAll("movies") String csv, @ForAll @IntRange(min = 1, max = 80) int chunkSize)
      throws IOException {
    checkCut(csv, chunkSize, Reading::moviesInChunks);
  }

  @Property
  void tagsMayBeCutAnywhere(
      @ForAll("tags") String csv, @ForAll @IntRange(min = 1, max = 80) int chunkSize)
      throws IOException {
    checkCut(csv, chunkSize, Reading::tagsInChunks);
  }

  @Provide
  Arbitrary<String> ratings() {
    return csv("userId,movieId,rating,timestamp", "1,17,4.0,944249077", "2,3,0.5,", "4.25", "\"");
  }

  @Provide
  Arbitrary<String> movies() {
    return csv("movieId,title,genres", "1,a,Drama", "2,\"b\n\",", "3,\"\"", "\"c\"\"d\"", "|");
  }

  @Provide
  Arbitrary<String> tags() {
    return csv("userId,movieId,tag,timestamp", "1,2,a,3", "1,2,\"b,\"", "1,2,", "\"\r\n\",4", "5");
  }

  /** A header, behind which right rows, pieces of rows, quotes and line ends are in any order. */
  private static Arbitrary<String> csv(String header, String... pieces) {
    Arbitrary<String> ends = Arbitraries.of("\n", "\n", "\r\n", "\r", ",", "\"", "\0", "\u20AC");
    return Arbitraries.oneOf(Arbitraries.of(pieces), ends)
        .list()
        .ofMaxSize(40)
        .map(parts -> "\uFEFF" + header + "\n" + String.join("", parts));
  }

  private static <T> void checkCut(String csv, int chunkSize, Reader<T> reader) throws IOException {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    Outcome<T> whole = CsvComparison.readInChunks(bytes, bytes.length, reader);

    assertThat(CsvComparison.readInChunks(bytes, chunkSize, reader), is(whole));
  }
}
