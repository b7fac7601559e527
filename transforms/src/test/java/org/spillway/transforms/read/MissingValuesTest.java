package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#N/A",
        "#N/A N/A",
        "#NA",
        "-1.#IND",
        "-1.#QNAN",
        "-NaN",
        "-nan",
        "1.#IND",
        "1.#QNAN",
        "<NA>",
        "N/A",
        "NA",
        "NULL",
        "NaN",
        "n/a",
        "nan",
        "null"
      })
  void pandasTakesTheseAsMissing(String text) {
    assertThat(MissingValues.pandas().contains(text), is(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", " NA", "NA ", "na", "Null", "None", "nAn", "-"})
  void pandasTakesTheseAsText(String text) {
    assertThat(MissingValues.pandas().contains(text), is(false));
  }

  @Test
  void otherListsAreTheirOwn() {
    MissingValues empty = MissingValues.of("");

    assertThat(empty.contains(""), is(true));
    assertThat(empty.contains("NA"), is(false));
    assertThat(empty.toString(), is("MissingValues[]"));
    assertThat(MissingValues.of("b", "a", "b"), is(MissingValues.of("a", "b")));
    assertThat(MissingValues.of("b", "a").hashCode(), is(MissingValues.of("a", "b").hashCode()));
    assertThat(MissingValues.of("a", "b").equals(empty), is(false));
  }

  @Test
  void isSerializable() {
    assertThat(
        SerializableUtils.ensureSerializable(MissingValues.pandas()), is(MissingValues.pandas()));
  }
}
