package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class ArchiveOrderTest {
  private static final ArchiveOrder ORDER = new ArchiveOrder(List.of("b.zip", "a.zip", "c.zip"));

  @Test
  void aPositionTellsTheArchiveAndTheRow() {
    long position = ORDER.begin("c.zip") + 877_000_000_000L;

    assertThat(ArchiveOrder.placeAt(position), is(2));
    assertThat(ArchiveOrder.rowAt(position), is(877_000_000_000L));
    assertThat(ORDER.begin("b.zip"), is(0L));
    assertThat(ORDER.begin("b.zip") + 877_000_000_000L < ORDER.begin("a.zip"), is(true));
  }

  @Test
  void aSingleArchiveOrNoneBeginsAtZeroWhateverItIs() {
    assertThat(ArchiveOrder.none().begin("any.zip"), is(0L));
    assertThat(new ArchiveOrder(List.of("a.zip")).begin("./a.zip"), is(0L));
    assertThat(new ArchiveOrder(List.of("a.zip")).hasSeveral(), is(false));
  }

  @Test
  void anArchiveThatIsNotAmongThemIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ORDER.begin("d.zip"));

    assertThat(
        refused.getMessage(),
        is("the archives to read must be among those of the order, but this is not: d.zip"));
  }

  @Test
  void anArchiveThatIsThereTwiceIsRefused() {
    List<String> twice = List.of("a.zip", "b.zip", "a.zip");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new ArchiveOrder(twice));

    assertThat(
        refused.getMessage(), is("each archive must be given once, but this one is twice: a.zip"));
  }

  @Test
  void isSerializable() {
    assertThat(SerializableUtils.clone(ORDER), is(ORDER));
  }
}
