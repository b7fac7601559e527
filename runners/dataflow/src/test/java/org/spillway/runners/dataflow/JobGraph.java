package org.spillway.runners.dataflow;

import com.google.inject.Guice;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions.CheckEnabled;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.spillway.data.movielens.Edition;
import org.spillway.pipelines.setup.PublishedFigures;
import org.spillway.pipelines.setup.SetupConfig;
import org.spillway.pipelines.setup.SetupModule;
import org.spillway.pipelines.setup.SetupOptions;
import org.spillway.pipelines.setup.SetupPipeline;
import org.spillway.transforms.readiness.Expectation;
import org.spillway.transforms.write.Staging;

/** The whole setup pipeline. */
final class JobGraph {

  private JobGraph() {}

  /**
   * As Dataflow is given it, at its largest: with all published figures of ml-32m to be checked.
   */
  static Pipeline onCloudStorage(String... arguments) {
    return of(
        PublishedFigures.of(Edition.ML_32M),
        Stream.concat(
                Stream.of("--input=gs://bucket/ml-32m.zip", "--output=gs://bucket/out"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** The pipeline with these options. */
  static Pipeline of(List<Expectation> expectations, String... arguments) {
    SetupOptions options = PipelineOptionsFactory.fromArgs(arguments).as(SetupOptions.class);
    options.setStableUniqueNames(CheckEnabled.ERROR);
    SetupConfig config = SetupConfig.of(options);
    Pipeline pipeline = Pipeline.create(options);
    Guice.createInjector(
            new SetupModule(config, Staging.of(config.output(), "a-run"), expectations))
        .getInstance(SetupPipeline.class)
        .build(pipeline);
    return pipeline;
  }
}
