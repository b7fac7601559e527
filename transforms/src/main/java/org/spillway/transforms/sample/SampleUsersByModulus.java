package org.spillway.transforms.sample;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchBuilder;
import org.spillway.transforms.metrics.StepTime;

/**
 * Keeps every rating of the users with {@code userId % modulus == remainder} and no other (setup
 * spec, section 4). Sampling users instead of ratings keeps histories whole.
 *
 * <p>A batch in, a batch of the kept rows out, in the same order and at the same position; none
 * where nothing is kept. The choice depends on the id alone, so it is the same on every runner.
 *
 * <pre>{@code
 * PCollection<RatingBatch> sample =
 *     ratings.apply("Sample", SampleUsersByModulus.of(50).withRemainder(7));
 * }</pre>
 */
@AutoValue
public abstract class SampleUsersByModulus
    extends PTransform<PCollection<RatingBatch>, PCollection<RatingBatch>> {

  abstract UserSample sample();

  /**
   * Samples one user in {@code modulus}, with remainder 0.
   *
   * @throws IllegalArgumentException if {@code modulus} is under 1
   */
  public static SampleUsersByModulus of(int modulus) {
    return of(new UserSample(modulus, 0));
  }

  /** Samples these users. */
  public static SampleUsersByModulus of(UserSample sample) {
    return new AutoValue_SampleUsersByModulus(sample);
  }

  /**
   * Takes the users with this remainder.
   *
   * @throws IllegalArgumentException if it is not from 0 to modulus − 1
   */
  public SampleUsersByModulus withRemainder(int remainder) {
    return of(new UserSample(sample().modulus(), remainder));
  }

  @Override
  public PCollection<RatingBatch> expand(PCollection<RatingBatch> ratings) {
    return ratings.apply("KeepUsers", ParDo.of(new KeepUsersFn(sample())));
  }

  /** The rows of a batch whose users are in the sample; the batch itself if that is all of them. */
  static RatingBatch keep(RatingBatch batch, UserSample sample) {
    int kept = 0;
    for (int i = 0; i < batch.size(); i++) {
      kept += sample.contains(batch.userId(i)) ? 1 : 0;
    }
    if (kept == batch.size()) {
      return batch;
    }
    RatingBatchBuilder rows = new RatingBatchBuilder(batch.position(), kept);
    for (int i = 0; i < batch.size(); i++) {
      if (sample.contains(batch.userId(i))) {
        rows.add(batch.userId(i), batch.movieId(i), batch.halfStars(i), batch.timestamp(i));
      }
    }
    return rows.build();
  }

  private static final class KeepUsersFn extends DoFn<RatingBatch, RatingBatch> {
    private final UserSample sample;

    KeepUsersFn(UserSample sample) {
      this.sample = sample;
    }

    @ProcessElement
    public void process(@Element RatingBatch batch, OutputReceiver<RatingBatch> out) {
      StepTime.measure(
          () -> {
            RatingBatch kept = keep(batch, sample);
            if (kept.size() > 0) {
              out.output(kept);
            }
          });
    }
  }
}
