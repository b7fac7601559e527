package org.spillway.pipelines.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.ZipFixture;

/**
 * A real browser opens the page of a run on generated data whose most rated movie has a hostile
 * title. Skipped where no Chromium is installed.
 */
class ReportIT {
  private static final String HOSTILE = "<script>alert(1)</script> 七人の侍";

  @TempDir private Path folder;

  @Test
  void aBrowserOpensThePageOfARun() throws Exception {
    Path chromium = program("chromium").orElse(null);
    assumeTrue(chromium != null, "no chromium on the path");
    Path output = SetupRun.of(hostileArchive()).with("userModulus", 2).into(folder.resolve("out"));

    Path said = folder.resolve("browser.log");
    String dom = dom(chromium, output.resolve("report.html"), said);

    assertThat(dom, containsString("&lt;script&gt;alert(1)&lt;/script&gt; 七人の侍"));
    assertThat(dom, not(containsString("<script>alert")));
    assertThat(count("<svg", dom), is(8));
    String checks = dom.substring(dom.indexOf("id=\"checks\""));
    assertThat(
        count("<tr", checks.substring(checks.indexOf("<tbody"), checks.indexOf("</tbody>"))),
        is(
            new ObjectMapper()
                .readTree(output.resolve("processed/readiness.json").toFile())
                .path("checks")
                .size()));
    assertThat(Files.readString(said), not(containsString("CONSOLE")));
  }

  private Path hostileArchive() throws IOException {
    Path plain = folder.resolve("plain.zip");
    ArchiveGenerator.of(ArchiveSize.TINY).writeTo(plain);
    ZipFixture archive = ZipFixture.read(plain);
    String movie = mostRated(archive.entry("ratings.csv").text());
    return archive
        .without("checksums.txt")
        .change(
            "movies.csv",
            movies ->
                FixtureEntry.of(
                    movies.name(),
                    movies
                        .text()
                        .replaceFirst(
                            "(?m)^" + movie + ",(\"[^\r\n]*\"|[^\",]*),",
                            movie + "," + HOSTILE + ",")))
        .writeTo(folder.resolve("hostile.zip"));
  }

  private static String mostRated(String ratings) {
    return ratings
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(cells -> Integer.parseInt(cells[0]) % 2 == 0)
        .collect(Collectors.groupingBy(cells -> cells[1], Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .orElseThrow()
        .getKey();
  }

  private String dom(Path chromium, Path page, Path said) throws Exception {
    Path dom = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(said.toFile())
            .start();
    if (!browser.waitFor(60, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
      throw new AssertionError("the browser does not end: " + Files.readString(said));
    }
    return Files.readString(dom, UTF_8);
  }

  private static int count(String part, String text) {
    return (int) Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH"))
        .flatMap(path -> Arrays.stream(path.split(":", -1)))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
