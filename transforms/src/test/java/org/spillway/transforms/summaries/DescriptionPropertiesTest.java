package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.spillway.transforms.testing.SetSeed;

/** Quantiles of any values, beside those of a library. */
@AddLifecycleHook(SetSeed.class)
class DescriptionPropertiesTest {

  @Property
  void quantilesAreThoseOfALibrary(
      @ForAll("values") List<Double> values, @ForAll @IntRange(min = 1, max = 1000) int permille) {
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    double largest = Arrays.stream(array).map(Math::abs).max().orElseThrow();
    Percentile library = new Percentile().withEstimationType(EstimationType.R_7);

    assertThat(
        Description.of(array).quantile(permille / 1000.0),
        is(closeTo(library.evaluate(array, permille / 10.0), 1e-10 * (1 + largest))));
  }

  @Property
  void quantilesDoNotDecrease(
      @ForAll("values") List<Double> values,
      @ForAll @DoubleRange(max = 1) double one,
      @ForAll @DoubleRange(max = 1) double other) {
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    double largest = Arrays.stream(array).map(Math::abs).max().orElseThrow();
    Description description = Description.of(array);
    double step =
        description.quantile(Math.max(one, other)) - description.quantile(Math.min(one, other));

    assertThat(step, is(greaterThanOrEqualTo(-1e-12 * (1 + largest))));
  }

  /** Counts, stars and shares: large, with ties, and small. */
  @Provide
  Arbitrary<List<Double>> values() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, 1_000_000).map(Integer::doubleValue),
            Arbitraries.integers().between(1, 10).map(halfStars -> halfStars / 2.0),
            Arbitraries.doubles().between(0, 1))
        .list()
        .ofMinSize(1)
        .ofMaxSize(200);
  }
}
