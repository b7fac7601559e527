package org.spillway.pipelines.setup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.util.Modules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineVisitor;
import org.apache.beam.sdk.options.PipelineOptions.CheckEnabled;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.runners.TransformHierarchy.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.transforms.read.ReadRatings;
import org.spillway.transforms.read.ReadZipCsv;
import org.spillway.transforms.sample.SampleUsersByModulus;
import org.spillway.transforms.sample.UserSample;
import org.spillway.transforms.write.OutputFolder;
import org.spillway.transforms.write.Staging;

class SetupPipelineTest {
  private static final UserSample OTHER_USERS = new UserSample(4, 3);

  @TempDir private Path folder;

  @Test
  void theStepsAreNamedForWhatTheyDo() throws IOException {
    Pipeline pipeline = Pipeline.create();
    build(pipeline, new SetupModule(config(), staging(), List.of()));

    assertThat(
        steps(pipeline),
        hasItems(
            "ReadRatings",
            "ReadMovies",
            "SampleUsersByModulus",
            "AssembleHistories",
            "EnrichWithCatalog",
            "ComputeUserFeatures",
            "ComputeItemFeatures",
            "BuildSeedSlates",
            "WriteReadiness",
            "PublishOutputs"));
  }

  @Test
  void aBindingIsSwapped() throws Exception {
    Module otherSample =
        Modules.override(new SetupModule(config(), staging(), List.of()))
            .with(
                new AbstractModule() {
                  @Provides
                  @Singleton
                  ReadRatings readRatings() {
                    return ReadZipCsv.ratings().withProfile();
                  }

                  @Provides
                  @Singleton
                  SampleUsersByModulus sampleUsers() {
                    return SampleUsersByModulus.of(OTHER_USERS);
                  }
                });
    Pipeline pipeline = Pipeline.create();
    build(pipeline, otherSample);
    pipeline.run().waitUntilFinish();

    Path users = folder.resolve("out/processed/movielens_interference_user_features.parquet");
    assertThat(
        TableReader.query(
                "SELECT DISTINCT userId % 4 AS remainder, count(*) OVER () > 1 AS several FROM '"
                    + users
                    + "'",
                "")
            .stream()
            .map(row -> row.get("remainder"))
            .toList(),
        contains("3"));
  }

  @Test
  void parametersDecideTheResultAndNothingElseDoes() throws IOException {
    assertThat(config().parameters().containsKey("output"), is(false));
    assertThat(config().parameters().containsKey("partitions"), is(false));
    assertThat(config().parameters().get("userModulus"), is("2"));
  }

  private SetupConfig config() throws IOException {
    Path archive = folder.resolve("tiny.zip");
    ArchiveGenerator.of(ArchiveSize.TINY).overwriting().writeTo(archive);
    SetupOptions options = PipelineOptionsFactory.as(SetupOptions.class);
    options.setInput(archive.toString());
    options.setOutput(folder.resolve("out").toString());
    options.setUserModulus(2);
    return SetupConfig.of(options);
  }

  private Staging staging() throws IOException {
    return OutputFolder.begin(folder.resolve("out").toString(), true);
  }

  private static void build(Pipeline pipeline, Module module) {
    pipeline.getOptions().setStableUniqueNames(CheckEnabled.ERROR);
    Guice.createInjector(module).getInstance(SetupPipeline.class).build(pipeline);
  }

  private static List<String> steps(Pipeline pipeline) {
    List<String> steps = new ArrayList<>();
    pipeline.traverseTopologically(
        new PipelineVisitor.Defaults() {
          @Override
          public CompositeBehavior enterCompositeTransform(Node node) {
            steps.add(node.getFullName());
            return node.isRootNode()
                ? CompositeBehavior.ENTER_TRANSFORM
                : CompositeBehavior.DO_NOT_ENTER_TRANSFORM;
          }
        });
    return steps;
  }
}
