package org.spillway.runners.direct;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.transforms.read.ReadProgress;

/**
 * Occupies a worker thread, asleep, while entries are read on another. The Direct runner's driver
 * is a task that submits itself again without end, so a worker that has nothing to do turns it as
 * fast as a core can, and takes that core from the threads that inflate, verify and parse.
 *
 * <p>Applied to the archives after the reads, it comes behind them in the workers' queue. It waits
 * for nothing that has not begun, so with a single worker it does not wait at all. The tags, which
 * come behind it, are read once the ratings are, beside what is computed of these.
 */
final class KeepDriverQuiet extends PTransform<PCollection<String>, PCollection<Void>> {

  @Override
  public PCollection<Void> expand(PCollection<String> archives) {
    return archives.apply("Wait for reads", ParDo.of(new WaitFn()));
  }

  static final class WaitFn extends DoFn<String, Void> {
    private static final int MILLIS_BETWEEN_LOOKS = 2;

    @ProcessElement
    public void processElement() throws InterruptedException {
      while (ReadProgress.isAnyUnderWay()) {
        Thread.sleep(MILLIS_BETWEEN_LOOKS);
      }
    }
  }
}
