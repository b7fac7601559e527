package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.ArchiveEntryCoder;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EntryReportCoder;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.ReadinessCheckCoder;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.TestPipelines;

class PublishOutputsTest {
  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();
  @TempDir Path folder;

  @Test
  void publishesAWholeResult(TestPipeline pipeline) throws Exception {
    Staging staging = OutputFolder.begin(folder.toString(), false);
    PAssert.thatSingleton(
            publish(pipeline, staging, 2, PublishOutputs.of().withParameters(Map.of("k", "50"))))
        .satisfies(
            manifest -> {
              assertThat(manifest.parameters(), is(Map.of("k", "50")));
              assertThat(manifest.input(), contains(WrittenSample.ENTRY));
              assertThat(manifest.rows(), contains(WrittenSample.REPORT));
              assertThat(manifest.checks(), contains(WrittenSample.CHECK));
              assertThat(manifest.spillwayVersion(), is(SpillwayVersion.get()));
              assertThat(manifest.beamVersion(), is(ReleaseInfo.getReleaseInfo().getVersion()));
              return null;
            });
    pipeline.run().waitUntilFinish();

    Map<String, String> files = FileTree.of(folder);
    assertThat(
        files.keySet(),
        contains(
            "_SUCCESS",
            "manifest.json",
            "processed/movielens_interference_items.parquet",
            "processed/movielens_interference_ratings_sample-00000-of-00002.parquet",
            "processed/movielens_interference_ratings_sample-00001-of-00002.parquet",
            "writeup/tables/rating_distribution.csv"));
    Manifest manifest = Manifest.fromJson(files.get("manifest.json"));
    assertThat(
        manifest.outputs().stream().map(file -> file.rows() + " " + file.path()).toList(),
        contains(
            "2 processed/movielens_interference_items.parquet",
            "2 processed/movielens_interference_ratings_sample-00000-of-00002.parquet",
            "3 processed/movielens_interference_ratings_sample-00001-of-00002.parquet",
            "2 writeup/tables/rating_distribution.csv"));
    for (PublishedFile file : manifest.outputs()) {
      assertThat(file.bytes(), is((long) files.get(file.path()).length()));
    }
  }

  @Test
  void twoRunsGiveTheSameBytes(@TempDir Path other) throws Exception {
    for (Path output : List.of(folder, other)) {
      Pipeline pipeline = Pipeline.create();
      publish(pipeline, OutputFolder.begin(output.toString(), false), 2, PublishOutputs.of());
      pipeline.run().waitUntilFinish();
    }

    assertThat(FileTree.of(other), is(FileTree.of(folder)));
  }

  @Test
  void noOldShardSurvives(@TempDir Path other) throws Exception {
    for (int shards : new int[] {3, 1}) {
      Pipeline pipeline = Pipeline.create();
      publish(pipeline, OutputFolder.begin(folder.toString(), true), shards, PublishOutputs.of());
      pipeline.run().waitUntilFinish();
    }
    Pipeline pipeline = Pipeline.create();
    publish(pipeline, OutputFolder.begin(other.toString(), false), 1, PublishOutputs.of());
    pipeline.run().waitUntilFinish();

    assertThat(FileTree.of(folder), is(FileTree.of(other)));
  }

  @Test
  void entriesReportsAndChecksMayBeMissing(TestPipeline pipeline) throws Exception {
    Staging staging = OutputFolder.begin(folder.toString(), false);
    new RunRecord(
            pipeline.apply("Entries", Create.empty(ArchiveEntryCoder.of())),
            pipeline.apply("Reports", Create.empty(EntryReportCoder.of())),
            pipeline.apply("Checks", Create.empty(ReadinessCheckCoder.of())),
            pipeline
                .apply("Tables", Create.of(WrittenSample.TABLE))
                .apply("WriteTables", WriteTables.of().withStaging(staging)))
        .apply("Publish", PublishOutputs.of().withStaging(staging));
    pipeline.run().waitUntilFinish();

    assertThat(
        FileTree.of(folder).keySet(),
        contains("_SUCCESS", "manifest.json", "writeup/tables/rating_distribution.csv"));
  }

  @Test
  void twoOutputsOfOnePathFail(TestPipeline pipeline) throws Exception {
    Staging staging = OutputFolder.begin(folder.toString(), false);
    SummaryTable table = WrittenSample.TABLE;
    publish(
        pipeline,
        staging,
        pipeline
            .apply("Tables", Create.of(table, table))
            .apply("WriteTables", WriteTables.of().withStaging(staging)),
        PublishOutputs.of());

    PipelineExecutionException failure =
        assertThrows(PipelineExecutionException.class, pipeline::run);

    assertThat(
        failure.getMessage(),
        containsString(
            "each output must have a path of its own, but two are"
                + " writeup/tables/rating_distribution.csv"));
    OutputFolder.abandon(staging);
    assertThat(FileTree.of(folder), is(Map.of()));
  }

  @Test
  void refusesNoStaging() {
    Pipeline pipeline = Pipeline.create();
    Staging staging = Staging.of(folder.toString(), "run");
    PCollection<OutputFile> files =
        pipeline
            .apply("Tables", Create.of(WrittenSample.TABLE))
            .apply("WriteTables", WriteTables.of().withStaging(staging));
    RunRecord run = record(pipeline, files);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> run.apply("Publish", PublishOutputs.of()));

    assertThat(refused.getMessage(), is("withStaging must say where the files go"));
  }

  private static PCollection<Manifest> publish(
      Pipeline pipeline, Staging staging, int shards, PublishOutputs publish) {
    PCollectionView<Iterable<Catalog>> catalog =
        pipeline
            .apply("Catalog", Create.of(WrittenSample.CATALOG))
            .apply("AsView", View.asIterable());
    PCollection<OutputFile> files =
        PCollectionList.of(
                pipeline
                    .apply("Histories", Create.of(WrittenSample.HISTORIES))
                    .apply(
                        "WriteRatings",
                        WriteRatingsSample.of(catalog).withStaging(staging).withShards(shards)))
            .and(
                pipeline
                    .apply("Items", Create.of(List.of(WrittenSample.ITEMS)))
                    .apply("WriteItems", WriteParquet.of(ItemsTable.of()).withStaging(staging)))
            .and(
                pipeline
                    .apply("Tables", Create.of(WrittenSample.TABLE))
                    .apply("WriteTables", WriteTables.of().withStaging(staging)))
            .apply("Files", Flatten.pCollections());
    return publish(pipeline, staging, files, publish);
  }

  private static PCollection<Manifest> publish(
      Pipeline pipeline, Staging staging, PCollection<OutputFile> files, PublishOutputs publish) {
    return record(pipeline, files).apply("Publish", publish.withStaging(staging));
  }

  private static RunRecord record(Pipeline pipeline, PCollection<OutputFile> files) {
    return new RunRecord(
        pipeline.apply("Entries", Create.of(WrittenSample.ENTRY)),
        pipeline.apply("Reports", Create.of(WrittenSample.REPORT)),
        pipeline.apply("Checks", Create.of(WrittenSample.CHECK)),
        files);
  }
}
