package org.spillway.transforms.testing;

import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptions.CheckEnabled;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.TestPipelineExtension;

/** The pipelines that tests run. */
public final class TestPipelines {

  private TestPipelines() {}

  /**
   * Hands a test its pipeline on the Direct runner. Two steps of one name are an error, and so is a
   * test that builds a pipeline and does not run it.
   */
  public static TestPipelineExtension strict() {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setStableUniqueNames(CheckEnabled.ERROR);
    return TestPipelineExtension.fromOptions(options);
  }
}
