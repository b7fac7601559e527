package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputDigestsTest {
  private static final PublishedFile TABLE = file("writeup/tables/a.csv", "aa");
  private static final PublishedFile PARQUET = file("processed/b.parquet", "bb");
  private static final PublishedFile REJECTED = file("rejected/c.csv", "cc");
  private static final PublishedFile FIGURE = file("writeup/figures/d.png", "dd");
  private static final PublishedFile PAGE = file("report.html", "ee");

  private static PublishedFile file(String path, String sha256) {
    return new PublishedFile(path, 1, 2, sha256, "");
  }

  @Test
  void areThoseOfWhatSha256sumPrints() throws Exception {
    OutputDigests digests = OutputDigests.of(List.of(TABLE, PAGE, REJECTED, FIGURE, PARQUET));

    assertThat(
        digests.data(),
        is(sha256("bb  processed/b.parquet\ncc  rejected/c.csv\naa  writeup/tables/a.csv\n")));
    assertThat(digests.figures(), is(sha256("ee  report.html\ndd  writeup/figures/d.png\n")));
  }

  @Test
  void aKnownOne() {
    // printf 'bb  processed/b.parquet\naa  writeup/tables/a.csv\n' | sha256sum
    assertThat(
        OutputDigests.of(List.of(TABLE, PARQUET)).data(),
        is("bb4d4475788259b4ed4f4a58bc13cffd1a22c6966f13a1dd44548b6807e61b82"));
  }

  @Test
  void theOrderIsThatOfThePathsBytes() throws Exception {
    PublishedFile privateUse = file("rejected/\uE000.csv", "01");
    PublishedFile emoji = file("rejected/\uD83D\uDE00.csv", "02");

    assertThat(
        OutputDigests.of(List.of(emoji, privateUse)).data(),
        is(sha256("01  rejected/\uE000.csv\n02  rejected/\uD83D\uDE00.csv\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "processed/x.parquet",
        "processed/readiness.json",
        "processed/movielens_interference_setup_readiness.csv",
        "writeup/tables/x.csv",
        "rejected/x.csv"
      })
  void dataMovesTheDigestOfDataAlone(String path) {
    OutputDigests one = OutputDigests.of(List.of(PAGE, file(path, "01")));
    OutputDigests other = OutputDigests.of(List.of(PAGE, file(path, "02")));

    assertThat(OutputDigests.isData(path), is(true));
    assertThat(one.data(), is(not(other.data())));
    assertThat(one.figures(), is(other.figures()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "writeup/figures/x.png", "writeup/figures/x.svg"})
  void whatIsDrawnMovesTheOtherAlone(String path) {
    OutputDigests one = OutputDigests.of(List.of(TABLE, file(path, "01")));
    OutputDigests other = OutputDigests.of(List.of(TABLE, file(path, "02")));

    assertThat(OutputDigests.isData(path), is(false));
    assertThat(one.data(), is(other.data()));
    assertThat(one.figures(), is(not(other.figures())));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
