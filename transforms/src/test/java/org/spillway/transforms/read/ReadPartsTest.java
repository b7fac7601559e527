package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.Link;
import org.spillway.schemas.Movie;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.RejectedRow;
import org.spillway.schemas.Tag;
import org.spillway.transforms.testing.TestBatch;
import org.spillway.transforms.testing.TestPipelines;

/** Several archives that are parts of one data set. */
class ReadPartsTest {
  private static final String RATINGS = "userId,movieId,rating,timestamp\n";
  private static final String TAGS = "userId,movieId,tag,timestamp\n";
  private static final String MOVIES = "movieId,title,genres\n";
  private static final String LINKS = "movieId,imdbId,tmdbId\n";
  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action");
  private static final Movie SABRINA = Movie.of(7, "Sabrina (1995)", "Comedy");

  @RegisterExtension final TestPipelineExtension extension = TestPipelines.strict();

  @TempDir Path folder;
  private String a;
  private String b;
  private String c;
  private ArchiveOrder order;

  @BeforeEach
  void write() throws IOException {
    a = part("a", "1,6,1.0,0\n1,7,2.0,0\n", "1,6,one,0\n1,6,two,0\n", "6,1,1\n7,2,2\n");
    b = part("b", "2,6,3.0,0\n", "2,6,x,-1\n2,6,three,0\n2,6,four,0\n", "7,2,2\n6,1,1\n");
    c = part("c", "3,6,4.0,0\n", "3,6,five,0\n", "6,1,1\n7,2,2\n");
    // Not the alphabet's, or the order would not show.
    order = new ArchiveOrder(List.of(b, a, c));
  }

  private String part(String name, String ratings, String tags, String links) throws IOException {
    return new TestZip()
        .add("ml/ratings.csv", RATINGS + ratings)
        .add("ml/tags.csv", TAGS + tags)
        .add("ml/movies.csv", MOVIES + "6,Heat (1995),Action\n7,Sabrina (1995),Comedy\n0,x,y\n")
        .add("ml/links.csv", LINKS + links)
        .writeTo(Files.createDirectory(folder.resolve(name)));
  }

  @Test
  void ratingsBearTheirPlaceInTheWhole(TestPipeline pipeline) {
    ReadRatings.Result result =
        archives(pipeline).apply("Read", ReadZipCsv.ratings().withOrder(order).withProfile());

    PAssert.that(result.records())
        .containsInAnyOrder(
            TestBatch.at(0).row(2, 6, 3, 0).build(),
            TestBatch.at(order.begin(a)).row(1, 6, 1, 0).row(1, 7, 2, 0).build(),
            TestBatch.at(order.begin(c)).row(3, 6, 4, 0).build());
    RatingsProfile whole = new RatingsProfile();
    whole.add(
        TestBatch.at(0).row(1, 6, 1, 0).row(1, 7, 2, 0).row(2, 6, 3, 0).row(3, 6, 4, 0).build());
    PAssert.that(result.profile()).containsInAnyOrder(whole);
    PAssert.that(entries(result)).containsInAnyOrder(2L, 1L, 1L);
    pipeline.run();
  }

  @Test
  void withoutAProfileThereIsNone(TestPipeline pipeline) {
    ReadRatings.Result result =
        archives(pipeline).apply("Read", ReadZipCsv.ratings().withOrder(order));

    PAssert.that(result.profile()).empty();
    pipeline.run();
  }

  @Test
  void aUserInTwoArchivesEndsTheRead(TestPipeline pipeline) throws IOException {
    String again = part("again", "4,6,1.0,0\n1,6,1.0,0\n", "", "6,1,1\n7,2,2\n");
    ArchiveOrder four = new ArchiveOrder(List.of(a, b, c, again));
    pipeline
        .apply("Archives", Create.of(again, b, c, a))
        .apply("Read", ReadZipCsv.ratings().withOrder(four).withProfile());

    BadInputException failure = failure(pipeline);
    assertThat(failure.fault(), is(InputFault.USER_IN_TWO_ARCHIVES));
    assertThat(failure.archive(), is(again));
  }

  @Test
  void theCatalogIsTakenOnceAndEachIsAccountedFor(TestPipeline pipeline) {
    ReadResult<Catalog> result =
        archives(pipeline)
            .apply("Read", ReadZipCsv.movies().withOrder(order).withMaxRejectedShare(1));

    PAssert.that(result.records()).containsInAnyOrder(Catalog.of(List.of(HEAT, SABRINA)));
    PAssert.that(entries(result)).containsInAnyOrder(3L, 3L, 3L);
    PAssert.that(result.rejected().apply("Lines", lines())).containsInAnyOrder(4L, 4L, 4L);
    pipeline.run();
  }

  @Test
  void anotherCatalogEndsTheRead(TestPipeline pipeline) throws IOException {
    String other =
        new TestZip()
            .add("movies.csv", MOVIES + "6,Heat (1995),Action\n7,Sabrina (1995),Drama\n")
            .writeTo(Files.createDirectory(folder.resolve("other")));
    pipeline
        .apply("Archives", Create.of(other, a))
        .apply(
            "Read",
            ReadZipCsv.movies()
                .withOrder(new ArchiveOrder(List.of(a, other)))
                .withMaxRejectedShare(1));

    assertThat(
        failure(pipeline).getMessage(),
        is(
            "INPUT-032 "
                + other
                + "!movies.csv: movie 7 differs from that in "
                + a
                + ": genres; expected 'Comedy', found 'Drama'; give each archive of the data set the same"
                + " movies.csv and links.csv"));
  }

  @Test
  void linksAreTakenOnce(TestPipeline pipeline) {
    ReadResult<Batch<Link>> result =
        archives(pipeline).apply("Read", ReadZipCsv.links().withOrder(order));

    PAssert.that(result.records())
        .containsInAnyOrder(
            List.of(new Batch<>(0, List.of(new Link(7, "2", "2"), new Link(6, "1", "1")))));
    PAssert.that(entries(result)).containsInAnyOrder(2L, 2L, 2L);
    pipeline.run();
  }

  @Test
  void otherLinksEndTheRead(TestPipeline pipeline) throws IOException {
    String other = part("other", "9,6,1.0,0\n", "", "6,1,1\n");
    pipeline
        .apply("Archives", Create.of(other, a))
        .apply("Read", ReadZipCsv.links().withOrder(new ArchiveOrder(List.of(a, other))));

    assertThat(failure(pipeline).fault(), is(InputFault.CATALOGS_DIFFER));
  }

  /** A rejected row is one of the first, too, as in a single archive. */
  @Test
  void theFirstTagsAreThoseOfTheWhole(TestPipeline pipeline) {
    ReadResult<Batch<Tag>> result =
        archives(pipeline)
            .apply(
                "Read", ReadZipCsv.tags().withOrder(order).withMaxRows(4).withMaxRejectedShare(1));

    PAssert.that(result.records())
        .containsInAnyOrder(
            List.of(
                new Batch<>(1, List.of(new Tag(2, 6, "three", 0), new Tag(2, 6, "four", 0))),
                new Batch<>(order.begin(a), List.of(new Tag(1, 6, "one", 0)))));
    PAssert.that(entries(result)).containsInAnyOrder(3L, 2L, 1L);
    pipeline.run();
  }

  @Test
  void allTagsBearTheirPlaceInTheWhole(TestPipeline pipeline) {
    ReadResult<Batch<Tag>> result =
        archives(pipeline)
            .apply("Read", ReadZipCsv.tags().withOrder(order).withMaxRejectedShare(1));

    PAssert.that(
            result
                .records()
                .apply("Positions", MapElements.into(TypeDescriptors.longs()).via(Batch::position)))
        .containsInAnyOrder(1L, order.begin(a), order.begin(c));
    pipeline.run();
  }

  /** A gap in the numbers of a batch's rows would hide which of them are among the first. */
  @Test
  void aRejectedRowEndsABatchOfTags(TestPipeline pipeline) throws IOException {
    String gap = part("gap", "9,6,1.0,0\n", "9,6,p,0\n9,6,q,-1\n9,6,r,0\n9,6,s,0\n", "6,1,1\n");
    ReadResult<Batch<Tag>> result =
        pipeline
            .apply("Archives", Create.of(gap, c))
            .apply(
                "Read",
                ReadZipCsv.tags()
                    .withOrder(new ArchiveOrder(List.of(gap, c)))
                    .withMaxRows(3)
                    .withMaxRejectedShare(1));

    PAssert.that(result.records())
        .containsInAnyOrder(
            List.of(
                new Batch<>(0, List.of(new Tag(9, 6, "p", 0))),
                new Batch<>(2, List.of(new Tag(9, 6, "r", 0)))));
    pipeline.run();
  }

  @Test
  void theTransformsAreSerializable() {
    SerializableUtils.ensureSerializable(ReadZipCsv.ratings().withOrder(order));
    SerializableUtils.ensureSerializable(ReadZipCsv.movies().withOrder(order));
    SerializableUtils.ensureSerializable(ReadZipCsv.tags().withOrder(order));
    SerializableUtils.ensureSerializable(ReadZipCsv.links().withOrder(order));
  }

  private PCollection<String> archives(TestPipeline pipeline) {
    return pipeline.apply("Archives", Create.of(c, a, b));
  }

  private static PCollection<Long> entries(ReadResult<?> result) {
    return result
        .reports()
        .apply("Rows", MapElements.into(TypeDescriptors.longs()).via(EntryReport::read));
  }

  private static MapElements<RejectedRow, Long> lines() {
    return MapElements.into(TypeDescriptors.longs()).via(RejectedRow::line);
  }

  private static BadInputException failure(TestPipeline pipeline) {
    return BadInputException.findIn(assertThrows(RuntimeException.class, pipeline::run));
  }
}
