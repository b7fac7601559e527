package org.spillway.transforms.read;

import com.google.auto.value.AutoValue;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchCoder;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.RatingsProfileCoder;
import org.spillway.transforms.metrics.StepTime;
import org.spillway.transforms.sample.UserSample;

/**
 * Reads {@code ratings.csv} of each archive as batches of ratings, in the order of the file: a
 * batch's position is the number of its first row among the file's data rows, from 0. Columns are
 * found by name, further ones are ignored; repeated (userId, movieId) are kept.
 *
 * <p>A row is rejected if it has a quote, a NUL, bytes that are not UTF-8, over 1 MiB or another
 * number of cells than the header; an id that is not 1 to 2,147,483,647 in plain digits; a rating
 * off the scale 0.5 to 5.0 in half stars; or a timestamp that is not whole seconds from 1970 to
 * 2100. If more than half of the timestamps look like milliseconds, the read fails.
 *
 * <p>{@link #withUsers} and {@link #withProfile} do what {@code SampleUsersByModulus} and {@code
 * ProfileRatings} do behind the read, while it parses: on a runner that keeps a bundle's outputs in
 * memory, the rows that nobody wants then never take any.
 *
 * <p>See {@link ReadZipCsv} for what all reads have in common.
 */
@AutoValue
public abstract class ReadRatings extends PTransform<PCollection<String>, ReadRatings.Result> {
  static final TupleTag<RatingBatch> BATCHES = new TupleTag<>("ratings") {};
  static final TupleTag<RatingsProfile> PROFILES = new TupleTag<>("profiles") {};

  /** The profile of each of several archives, by its location. */
  static final TupleTag<KV<String, RatingsProfile>> PARTS = new TupleTag<>("parts") {};

  abstract ReadSettings settings();

  abstract @Nullable UserSample users();

  abstract boolean isProfiled();

  static ReadRatings create() {
    return of(ReadSettings.defaults(), null, false);
  }

  private static ReadRatings of(
      ReadSettings settings, @Nullable UserSample users, boolean isProfiled) {
    return new AutoValue_ReadRatings(settings, users, isProfiled);
  }

  /**
   * Emits only the ratings of these users. They keep the order of the file, fill whole batches, and
   * all rows are still checked and counted.
   */
  public ReadRatings withUsers(UserSample users) {
    return of(settings(), users, isProfiled());
  }

  /** Counts all accepted ratings, wanted or not, into a profile per archive. */
  public ReadRatings withProfile() {
    return of(settings(), users(), true);
  }

  /** Fails if more than this share of the rows is rejected; 0 to 1, 0.001 unless set. */
  public ReadRatings withMaxRejectedShare(double share) {
    return of(settings().withMaxRejectedShare(share), users(), isProfiled());
  }

  /** Refuses an archive that is over these limits. */
  public ReadRatings withLimits(ArchiveLimits limits) {
    return of(settings().withLimits(limits), users(), isProfiled());
  }

  /** Reports an MD5 that is not that of {@code checksums.txt}, instead of failing. */
  public ReadRatings withChecksumMismatchAsWarning() {
    return of(settings().withChecksumMismatchAsWarning(), users(), isProfiled());
  }

  /**
   * Takes the archives for parts of one whole, cut by user, in this order: a batch bears its
   * position in the whole. {@link #withProfile} then gives one profile, of the whole, and refuses
   * archives that share a user.
   */
  public ReadRatings withOrder(ArchiveOrder order) {
    return of(settings().withOrder(order), users(), isProfiled());
  }

  /**
   * Begins to read an archive at once, beside whatever the caller goes on to do. A step of this
   * transform that is given the same location takes over, if it runs in this process; the batches
   * that wait for it are bounded.
   *
   * @return to be closed when the pipeline has ended, since no step may have come
   */
  public EarlyRead begin(String archive) {
    return EarlyRead.begin(new RatingsRead(archive, settings(), users(), isProfiled()));
  }

  @Override
  public Result expand(PCollection<String> archives) {
    boolean isOfParts = isProfiled() && settings().order().hasSeveral();
    PCollectionTuple outputs =
        archives.apply(
            "Read ratings.csv",
            ParDo.of(new ReadRatingsFn(settings(), users(), isProfiled()))
                .withOutputTags(
                    BATCHES, ReadResult.furtherTags().and(isOfParts ? PARTS : PROFILES)));
    if (!isOfParts) {
      return new Result(outputs, outputs.get(PROFILES).setCoder(RatingsProfileCoder.of()));
    }
    return new Result(
        outputs,
        outputs
            .get(PARTS)
            .setCoder(KvCoder.of(StringUtf8Coder.of(), RatingsProfileCoder.of()))
            .apply("Merge profiles", new MergeProfiles(settings().order())));
  }

  /** The ratings read, and their profile. */
  public static final class Result extends ReadResult<RatingBatch> {
    private final PCollection<RatingsProfile> profile;

    Result(PCollectionTuple outputs, PCollection<RatingsProfile> profile) {
      super(outputs, BATCHES, RatingBatchCoder.of());
      this.profile = profile;
    }

    /**
     * One profile of all accepted ratings per archive, or a single one of those that are parts of a
     * whole; empty unless it was asked for.
     */
    public PCollection<RatingsProfile> profile() {
      return profile;
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      Map<TupleTag<?>, PValue> values = new HashMap<>(super.expand());
      values.remove(PARTS);
      values.put(PROFILES, profile);
      return values;
    }
  }

  static final class ReadRatingsFn extends DoFn<String, RatingBatch> {
    private final ReadSettings settings;
    private final @Nullable UserSample users;
    private final boolean isProfiled;

    ReadRatingsFn(ReadSettings settings, @Nullable UserSample users, boolean isProfiled) {
      this.settings = settings;
      this.users = users;
      this.isProfiled = isProfiled;
    }

    @ProcessElement
    public void processElement(@Element String archive, MultiOutputReceiver out)
        throws java.io.IOException {
      StepTime.measure(
          () -> {
            RatingsRead.Outcome outcome =
                EarlyRead.takeOver(
                    new RatingsRead(archive, settings, users, isProfiled),
                    out.get(BATCHES)::output,
                    out.get(ReadResult.REJECTED)::output);
            RatingsProfile profile = outcome.profile();
            out.get(ReadResult.REPORTS).output(outcome.report());
            if (profile != null && settings.order().hasSeveral()) {
              out.get(PARTS).output(KV.of(archive, profile));
            } else if (profile != null) {
              out.get(PROFILES).output(profile);
            }
          });
    }
  }
}
