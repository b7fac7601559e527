package org.spillway.transforms.slates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserFeaturesCoder;
import org.spillway.transforms.testing.TestPipelines;

class SelectSeedUsersTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void takesTheMostActiveWithTiesByGenresAndThenById(TestPipeline pipeline) {
    List<UserFeatures> inOrder =
        List.of(
            user(90, 300, 1),
            user(80, 40, 9),
            user(10, 40, 8),
            user(20, 40, 8),
            user(70, 21, 2),
            user(60, 20, 19),
            user(5, 19, 19));
    List<UserFeatures> shuffled = new ArrayList<>(inOrder);
    Collections.shuffle(shuffled, new Random(4));
    PCollection<List<UserFeatures>> users = pipeline.apply(Create.of(List.of(shuffled)));

    PAssert.thatSingleton(users.apply("Default", SelectSeedUsers.create()))
        .isEqualTo(inOrder.subList(0, 6));
    PAssert.thatSingleton(users.apply("Two", SelectSeedUsers.create().withMaxSeedUsers(2)))
        .isEqualTo(inOrder.subList(0, 2));
    PAssert.thatSingleton(users.apply("Three", SelectSeedUsers.create().withMaxSeedUsers(3)))
        .isEqualTo(inOrder.subList(0, 3));
    PAssert.thatSingleton(
            users.apply("OfFewerRatings", SelectSeedUsers.create().withMinUserRatings(19)))
        .isEqualTo(inOrder);
    pipeline.run();
  }

  @Test
  void oneEmptyListIfNobodyQualifies(TestPipeline pipeline) {
    PCollection<List<UserFeatures>> nobody =
        pipeline.apply(
            Create.of(List.of(List.<UserFeatures>of()))
                .withCoder(ListCoder.of(UserFeaturesCoder.of())));
    PCollection<List<UserFeatures>> idle =
        pipeline.apply("Idle", Create.of(List.of(List.of(user(1, 19, 3)))));

    PAssert.thatSingleton(nobody.apply("OfNobody", SelectSeedUsers.create())).isEqualTo(List.of());
    PAssert.thatSingleton(idle.apply("OfIdle", SelectSeedUsers.create())).isEqualTo(List.of());
    pipeline.run();
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(SelectSeedUsers.create().withMaxSeedUsers(7));
  }

  private static UserFeatures user(int userId, int ratings, int genres) {
    return new UserFeatures(userId, ratings, 6L * ratings, 0, 0, 0, 1, genres);
  }
}
