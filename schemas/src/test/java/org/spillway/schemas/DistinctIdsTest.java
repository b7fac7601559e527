package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctIdsTest {

  /** From here on ids are kept in the other structure. */
  private static final int BORDER = 1 << 20;

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000, BORDER, BORDER + 1_000, 4 * BORDER, Integer.MAX_VALUE})
  void countsAsASetDoes(int bound) {
    Random random = new Random(bound);
    DistinctIds ids = new DistinctIds();
    Set<Integer> expected = new HashSet<>();
    for (int i = 0; i < 50_000; i++) {
      int id = random.nextInt(bound);
      ids.add(id);
      expected.add(id);
      if (i % 5_000 == 0) {
        assertThat(ids.count(), is((long) expected.size()));
      }
    }
    assertThat(ids.count(), is((long) expected.size()));
  }

  @Test
  void countsOnBothSidesOfTheBorder() {
    DistinctIds ids = new DistinctIds();
    assertThat(ids.count(), is(0L));
    for (int id : new int[] {BORDER - 1, BORDER, BORDER + 1, 0, Integer.MAX_VALUE, BORDER, 0}) {
      ids.add(id);
    }
    assertThat(ids.count(), is(5L));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 63, 64, BORDER - 1, BORDER, Integer.MAX_VALUE})
  void theFirstCommonIdOfTwoSets(int common) {
    DistinctIds some = new DistinctIds();
    DistinctIds others = new DistinctIds();
    some.add(2);
    others.add(3);
    others.add(BORDER + 7);
    assertThat(some.firstCommon(others), is(OptionalInt.empty()));

    some.add(common);
    others.add(common);
    some.add(Integer.MAX_VALUE);
    others.add(Integer.MAX_VALUE);

    assertThat(some.firstCommon(others), is(OptionalInt.of(common)));
    assertThat(others.firstCommon(some), is(OptionalInt.of(common)));
  }

  @Test
  void containsWhatWasAdded() {
    int[] added = {0, 63, 64, 5_000, BORDER - 1, BORDER, 3 * BORDER, Integer.MAX_VALUE};
    DistinctIds ids = Examples.ids(added);
    for (int id : added) {
      assertThat(ids.contains(id), is(true));
    }
    for (int id : new int[] {1, 62, 65, 4_999, BORDER - 2, BORDER + 1, Integer.MAX_VALUE - 1}) {
      assertThat(ids.contains(id), is(false));
    }
    assertThat(new DistinctIds().contains(BORDER - 1), is(false));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 5_000, 2 * BORDER})
  void aUnionCountsAsASetDoes(int bound) {
    Random random = new Random(3);
    DistinctIds small = new DistinctIds();
    DistinctIds large = new DistinctIds();
    Set<Integer> expected = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      int id = random.nextInt(bound);
      (i % 50 == 0 ? small : large).add(id);
      expected.add(id);
    }
    DistinctIds smallFirst = new DistinctIds();
    smallFirst.addAll(small);
    smallFirst.addAll(large);
    long countOfSmall = small.count();
    large.addAll(small);

    assertThat(smallFirst.count(), is((long) expected.size()));
    assertThat(large, is(smallFirst));
    assertThat("the other set is left alone", small.count(), is(countOfSmall));
  }

  @Test
  void equalsWhateverTheOrderAndTheRoomTaken() throws Exception {
    int[] ascending = IntStream.range(0, 3_000).map(i -> i * 977).toArray();
    DistinctIds up = new DistinctIds();
    DistinctIds down = new DistinctIds();
    for (int i = 0; i < ascending.length; i++) {
      up.add(ascending[i]);
      down.add(ascending[ascending.length - 1 - i]);
    }
    assertSame(up, down);

    DistinctIds roomy = new DistinctIds();
    roomy.addAll(down);
    DistinctIds tight = Examples.ids(1);
    DistinctIds grown = Examples.ids(1);
    grown.addAll(new DistinctIds());
    assertSame(tight, grown);
    assertSame(up, roomy);
  }

  @Test
  void differsByASingleId() {
    assertThat(Examples.ids(1, 2), is(not(Examples.ids(1, 3))));
    assertThat(Examples.ids(1), is(not(Examples.ids(1, 100_000))));
    assertThat(Examples.ids(1, 100_000), is(not(Examples.ids(1))));
    assertThat(Examples.ids(1, BORDER), is(not(Examples.ids(1, BORDER + 1))));
  }

  @Test
  void aFullRunOfLargeIdsEqualsItsDecodedSelf() throws Exception {
    DistinctIds ids = new DistinctIds();
    for (int id = 5 * BORDER; id < 5 * BORDER + 200_000; id++) {
      ids.add(id);
    }
    DistinctIds union = new DistinctIds();
    union.addAll(ids);
    union.addAll(ids);

    assertThat(CoderUtils.clone(DistinctIdsCoder.of(), ids), is(ids));
    assertThat(SerializableUtils.clone(ids), is(ids));
    assertSame(ids, union);
  }

  private static void assertSame(DistinctIds one, DistinctIds other) throws Exception {
    assertThat(one, is(other));
    assertThat(other, is(one));
    assertThat(one.hashCode(), is(other.hashCode()));
    assertThat(
        CoderUtils.encodeToByteArray(DistinctIdsCoder.of(), one),
        is(CoderUtils.encodeToByteArray(DistinctIdsCoder.of(), other)));
  }
}
