package org.spillway.transforms.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.RatingsProfileCoder;
import org.spillway.transforms.gather.Gather;
import org.spillway.transforms.metrics.StepTime;

/**
 * Makes the profiles of a data set's archives, by location, that of the whole, and refuses archives
 * that share a user: a data set that is cut by user has each user in one of them, so either an
 * archive is there twice, or cuts overlap, or these are data sets with users of their own.
 */
final class MergeProfiles
    extends PTransform<PCollection<KV<String, RatingsProfile>>, PCollection<RatingsProfile>> {
  private final ArchiveOrder order;

  MergeProfiles(ArchiveOrder order) {
    this.order = order;
  }

  @Override
  public PCollection<RatingsProfile> expand(PCollection<KV<String, RatingsProfile>> parts) {
    return parts
        .apply("Gather", Gather.ifAny())
        .apply("Merge", ParDo.of(new MergeFn(order)))
        .setCoder(RatingsProfileCoder.of());
  }

  /**
   * The profile of the whole.
   *
   * @throws BadInputException if two archives have ratings of one user
   */
  static RatingsProfile merge(List<KV<String, RatingsProfile>> parts, ArchiveOrder order) {
    List<KV<String, RatingsProfile>> inOrder = new ArrayList<>(parts);
    inOrder.sort(Comparator.comparingInt(part -> order.placeOf(part.getKey())));
    RatingsProfile whole = new RatingsProfile();
    for (KV<String, RatingsProfile> part : inOrder) {
      OptionalInt user = whole.firstUserAlsoIn(part.getValue());
      if (user.isPresent()) {
        throw userInTwo(user.getAsInt(), inOrder, part.getKey());
      }
      whole.merge(part.getValue());
    }
    return whole;
  }

  private static BadInputException userInTwo(
      int user, List<KV<String, RatingsProfile>> inOrder, String second) {
    String first =
        inOrder.stream()
            .filter(part -> part.getValue().hasUser(user))
            .map(KV::getKey)
            .findFirst()
            .orElseThrow();
    return new BadInputException(
        InputFault.USER_IN_TWO_ARCHIVES,
        Place.ofArchive(second),
        "user " + user + " has ratings in two archives",
        "each user in one archive",
        "this user in " + Excerpt.whole(first) + " too");
  }

  private static final class MergeFn
      extends DoFn<List<KV<String, RatingsProfile>>, RatingsProfile> {
    private final ArchiveOrder order;

    MergeFn(ArchiveOrder order) {
      this.order = order;
    }

    @ProcessElement
    public void process(
        @Element List<KV<String, RatingsProfile>> parts, OutputReceiver<RatingsProfile> out) {
      StepTime.measure(() -> out.output(merge(parts, order)));
    }
  }
}
