package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Tag;

class FirstTagsTest {
  private static final Map<Integer, Long> ROWS = Map.of(0, 10L, 1, 5L, 2, 100L);
  private static final long SECOND = new ArchiveOrder(List.of("a", "b", "c")).begin("b");

  private static Batch<Tag> batch(long position, int rows) {
    return new Batch<>(
        position, IntStream.range(0, rows).mapToObj(i -> new Tag(i + 1, 1, "t", 0)).toList());
  }

  @Test
  void aWholeBatchThatIsAmongTheFirst() {
    Batch<Tag> batch = batch(SECOND, 5);

    assertThat(FirstTags.keep(batch, ROWS, 15), is(batch));
    assertThat(FirstTags.keep(batch(0, 10), ROWS, 10), is(batch(0, 10)));
  }

  @Test
  void theBeginningOfABatch() {
    assertThat(FirstTags.keep(batch(SECOND + 1, 4), ROWS, 13), is(batch(SECOND + 1, 2)));
  }

  @Test
  void noneOfWhatComesLater() {
    assertThat(FirstTags.keep(batch(SECOND, 5), ROWS, 10), is(nullValue()));
    assertThat(FirstTags.keep(batch(2 * SECOND, 5), ROWS, 15), is(nullValue()));
    assertThat(FirstTags.keep(batch(2 * SECOND, 5), ROWS, 16), is(batch(2 * SECOND, 1)));
    assertThat(FirstTags.keep(batch(0, 1), ROWS, 0), is(nullValue()));
  }
}
