package org.spillway.pipelines.setup;

import java.util.List;
import org.apache.beam.sdk.values.PCollectionView;
import org.spillway.schemas.UserFeatures;
import org.spillway.transforms.slates.BuildSeedSlates;

/** How slates are built, once it is known for whom. */
@FunctionalInterface
public interface SlateStep {

  /** The configured transform for these users. */
  BuildSeedSlates forUsers(PCollectionView<Iterable<List<UserFeatures>>> seedUsers);
}
