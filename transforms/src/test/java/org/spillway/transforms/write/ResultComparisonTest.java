package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spillway.transforms.write.ResultComparison.Difference;
import org.spillway.transforms.write.ResultComparison.Kind;

class ResultComparisonTest {
  private static final PublishedFile TABLE = file("writeup/tables/a.csv", "aa");
  private static final PublishedFile OTHER_TABLE = file("writeup/tables/a.csv", "ab");
  private static final PublishedFile PARQUET = file("processed/b.parquet", "bb");
  private static final PublishedFile PAGE = file("report.html", "ee");
  private static final PublishedFile OTHER_PAGE = file("report.html", "ef");

  private static PublishedFile file(String path, String sha256) {
    return new PublishedFile(path, 1, 2, sha256, "");
  }

  private static Manifest manifest(PublishedFile... outputs) {
    return new Manifest(
        "1", "2", List.of(), List.of(), new TreeMap<>(), List.of(), List.of(outputs));
  }

  @Test
  void theSameFilesInAnotherOrder() {
    ResultComparison comparison =
        ResultComparison.of(manifest(TABLE, PARQUET, PAGE), manifest(PAGE, PARQUET, TABLE));

    assertThat(comparison, is(new ResultComparison(2, List.of())));
  }

  @Test
  void whatDiffersAndWhatOnlyOneHas() {
    ResultComparison comparison =
        ResultComparison.of(manifest(TABLE, PAGE), manifest(OTHER_TABLE, PARQUET));

    assertThat(comparison.data(), is(2));
    assertThat(
        comparison.ofData(),
        contains(
            new Difference(Kind.ONLY_IN_B, PARQUET.path()),
            new Difference(Kind.DIFFERS, TABLE.path())));
    assertThat(comparison.ofFigures(), contains(new Difference(Kind.ONLY_IN_A, PAGE.path())));
  }

  @Test
  void aPageIsNoData() {
    ResultComparison comparison =
        ResultComparison.of(manifest(TABLE, PAGE), manifest(TABLE, OTHER_PAGE));

    assertThat(comparison.ofData(), is(empty()));
    assertThat(comparison.ofFigures(), contains(new Difference(Kind.DIFFERS, PAGE.path())));
  }
}
