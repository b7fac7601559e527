package org.spillway.runners.direct;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spillway.transforms.read.ExampleRead;
import org.spillway.transforms.read.ReadProgress;

@Timeout(60)
final class KeepDriverQuietTest {

  @AfterEach
  void forgetReads() {
    ReadProgress.clear();
  }

  @Test
  void waitsForNothingThatHasNotBegun() {
    Pipeline pipeline =
        Pipeline.create(PipelineOptionsFactory.fromArgs("--targetParallelism=1").create());
    pipeline.apply(Create.of("ml.zip")).apply(new KeepDriverQuiet());
    assertThat(pipeline.run().waitUntilFinish(), is(State.DONE));
  }

  @Test
  void waitsUntilTheReadHasEnded() throws Exception {
    ExampleRead read = new ExampleRead();
    CompletableFuture<Void> wait = CompletableFuture.runAsync(KeepDriverQuietTest::waitForReads);
    TimeUnit.MILLISECONDS.sleep(100);
    assertThat("it goes on before the read has ended", wait.isDone(), is(false));
    read.end();
    wait.get();
  }

  private static void waitForReads() {
    try {
      new KeepDriverQuiet.WaitFn().processElement();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
