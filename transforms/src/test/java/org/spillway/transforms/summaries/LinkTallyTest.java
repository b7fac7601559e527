package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Link;

class LinkTallyTest {
  private static final LinkTally.TallyCoder CODER = new LinkTally.TallyCoder();

  @Test
  void theCoderKeepsEverything() throws Exception {
    LinkTally tally =
        tallyOf(
            new Link(Integer.MAX_VALUE, null, "1"),
            new Link(1, "0114709", null),
            new Link(1, "0114709", "862"));

    CoderProperties.coderDecodeEncodeEqual(CODER, new LinkTally());
    CoderProperties.coderDecodeEncodeEqual(CODER, tally);
    LinkTally copy = CoderUtils.clone(CODER, tally);
    assertThat(copy.rows(), is(3));
    assertThat(copy.movieId(0), is(Integer.MAX_VALUE));
    assertThat(copy.withImdb(), is(2L));
    assertThat(copy.withTmdb(), is(2L));
  }

  @Test
  void mergesWhatOthersCounted() {
    LinkTally whole = tallyOf(new Link(3, "a", null));
    whole.merge(tallyOf(new Link(2, null, "b"), new Link(2, "c", "d")));

    assertThat(
        whole, is(tallyOf(new Link(3, "a", null), new Link(2, null, "b"), new Link(2, "c", "d"))));
  }

  @Test
  void aLinkTakesTwoBytesAtMost() throws Exception {
    Link[] links =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new Link(1 + 30 * i, "0114709", "862"))
            .toArray(Link[]::new);

    assertThat(CoderUtils.encodeToByteArray(CODER, tallyOf(links)).length, lessThan(20_000));
  }

  private static LinkTally tallyOf(Link... links) {
    LinkTally tally = new LinkTally();
    tally.addAll(new Batch<>(0, List.of(links)));
    return tally;
  }
}
