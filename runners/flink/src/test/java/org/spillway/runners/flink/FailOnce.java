package org.spillway.runners.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Fails on its first attempt, once another step has begun to stage a file of the result. */
final class FailOnce extends PTransform<PCollection<String>, PCollection<Void>> {
  private static final long serialVersionUID = 1;

  private final String output;
  private final String mark;

  /**
   * A step that fails once.
   *
   * @param output the run's output folder
   * @param mark a file that does not exist before the first attempt
   */
  FailOnce(Path output, Path mark) {
    this.output = output.toString();
    this.mark = mark.toString();
  }

  @Override
  public PCollection<Void> expand(PCollection<String> archives) {
    return archives.apply("Fail once", ParDo.of(new FailFn(output, mark)));
  }

  private static final class FailFn extends DoFn<String, Void> {
    private static final long serialVersionUID = 1;
    private final String output;
    private final String mark;

    FailFn(String output, String mark) {
      this.output = output;
      this.mark = mark;
    }

    @ProcessElement
    public void process() throws IOException, InterruptedException {
      if (Files.exists(Path.of(mark))) {
        return;
      }
      StagedSample.await(Path.of(output), () -> true);
      Files.createFile(Path.of(mark));
      throw new IOException("this attempt was made to fail");
    }
  }
}
