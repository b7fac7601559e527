package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class BadInputExceptionTest {
  private static final Place PLACE =
      Place.ofArchive("gs://b/a\n.zip").entry("ml/ratings.csv").line(3).column("rating");

  @Test
  void saysWhatWhereWhyAndWhatToDoInOneLine() {
    BadInputException e = new BadInputException(InputFault.METHOD, PLACE, "odd", "this", "that");

    assertThat(
        e.getMessage(),
        is(
            "INPUT-013 gs://b/a\\n.zip!ml/ratings.csv:3:rating: odd; expected this, found that;"
                + " re-zip with deflate"));
    assertThat(e.code(), is("INPUT-013"));
    assertThat(e.archive(), is("gs://b/a\n.zip"));
    assertThat(e.entry(), is("ml/ratings.csv"));
    assertThat(e.line(), is(3L));
    assertThat(e.column(), is("rating"));
  }

  /** A name in an archive may have 65,535 bytes, that of a column 1 MiB. */
  @Test
  void cutsLongNamesButNotTheArchives() {
    String location = "/data/" + "d".repeat(1000) + "/a.zip";
    Place place =
        Place.ofArchive(location)
            .entry("ml\u202E/" + "f".repeat(60_000) + "/ratings.csv")
            .line(1)
            .column("c".repeat(1 << 20));

    BadInputException e = new BadInputException(InputFault.METHOD, place, "odd", "this", "that");

    assertThat(
        e.getMessage(),
        is(
            "INPUT-013 "
                + location
                + "!ml\\u202E/"
                + "f".repeat(71)
                + "…"
                + "f".repeat(108)
                + "/ratings.csv:1:"
                + "c".repeat(80)
                + "…"
                + "c".repeat(120)
                + ": odd; expected this, found that; re-zip with deflate"));
  }

  @Test
  void survivesSerialization() {
    BadInputException e = new BadInputException(InputFault.METHOD, PLACE, "odd", "this", "that");

    BadInputException copy = SerializableUtils.clone(e);

    assertThat(copy.getMessage(), is(e.getMessage()));
    assertThat(copy.fault(), is(e.fault()));
    assertThat(copy.line(), is(e.line()));
  }

  @Test
  void isFoundAmongCauses() {
    BadInputException e = new BadInputException(InputFault.METHOD, PLACE, "odd", "this", "that");

    assertThat(
        BadInputException.findIn(new IllegalStateException(new RuntimeException(e))),
        is(sameInstance(e)));
    assertThat(BadInputException.findIn(new RuntimeException("other")), is(nullValue()));
  }
}
