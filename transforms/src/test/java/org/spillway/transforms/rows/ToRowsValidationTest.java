package org.spillway.transforms.rows;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToRowsValidationTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 11, -8, 40})
  void aLikedThresholdOffTheScaleIsRefused(int likedThreshold) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> ToRows.enrichedHistories(likedThreshold));

    assertThat(
        e.getMessage(),
        is("likedThreshold must be from 1 to 10 half stars, but was: " + likedThreshold));
  }

  @Test
  void everyTransformHasANameAndIsSerializable() {
    List<PTransform<?, ?>> transforms =
        List.of(
            ToRows.ratings(),
            ToRows.histories(),
            ToRows.enrichedHistories(),
            ToRows.catalog(),
            ToRows.tags(),
            ToRows.links(),
            ToRows.userFeatures(),
            ToRows.itemFeatures(),
            ToRows.seedSlates());

    transforms.forEach(SerializableUtils::ensureSerializable);
    assertThat(
        transforms.stream().map(PTransform::getName).toList(),
        is(
            List.of(
                "ToRows.ratings",
                "ToRows.histories",
                "ToRows.enrichedHistories",
                "ToRows.catalog",
                "ToRows.tags",
                "ToRows.links",
                "ToRows.userFeatures",
                "ToRows.itemFeatures",
                "ToRows.seedSlates")));
  }
}
