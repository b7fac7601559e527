package org.spillway.transforms.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.SeedTables;

/** Checks the page's text. {@link ReportInBrowserTest} checks what a browser makes of it. */
class ReportPageTest {
  private static final Map<String, String> PARAMETERS =
      Map.of("userModulus", "50", "input", "\"><script>alert(1)</script>.zip");
  private static final String PAGE = page(SeedTables.all());

  @Test
  void sectionsComeInTheOrderOfTheQuestions() {
    assertThat(
        found("<h2 [^>]*><span class=\"number\">(\\d+)</span>", PAGE),
        is(IntStream.rangeClosed(1, 21).mapToObj(String::valueOf).toList()));
    assertThat(
        found("<section id=\"([^\"]+)\"", PAGE),
        is(
            List.of(
                "run",
                "archive",
                "catalog",
                "tags",
                "sample",
                "rating-scale",
                "rating-distribution",
                "join",
                "users",
                "user-activity",
                "items",
                "item-popularity",
                "genres",
                "genre-volume",
                "time",
                "yearly-activity",
                "top-tags",
                "clusters",
                "slates",
                "saved",
                "takeaways")));
    assertThat(
        found("<li><a href=\"#([^\"]+)\"", PAGE), is(found("<section id=\"([^\"]+)\"", PAGE)));
  }

  @Test
  void everyTableAndFigureIsShownOnce() {
    List<String> tables = new ArrayList<>(found("tables/(\\w+)\\.csv", PAGE));
    tables.sort(null);

    assertThat(tables, is(List.copyOf(SeedTables.all().keySet())));
    assertThat(found("<svg ()", PAGE), hasSize(8));
    assertThat(new HashSet<>(found("figures/(\\w+)\\.png", PAGE)), hasSize(8));
  }

  @Test
  void theyAreShownInTheirSections() {
    String items = section("items", PAGE);

    assertThat(items, containsString("<caption>Top items <a"));
    assertThat(
        items, containsString("<td class=\"figures\">2,031</td>\n<td class=\"figures\">4.4094"));
    assertThat(section("item-popularity", PAGE), containsString("03_item_popularity_long_tail"));
    assertThat(
        section("run", PAGE), containsString("<th scope=\"row\">userModulus</th>\n<td>50</td>"));
  }

  @Test
  void aTableOfNoSectionComesLast() {
    Map<String, SummaryTable> tables = SeedTables.all();
    tables.put("novelty", SummaryTable.metrics("novelty").row("shine", 7).build());

    String page = page(tables);

    assertThat(section("more", page), containsString("<caption>Novelty <a"));
    assertThat(section("more", PAGE), is(""));
  }

  @Test
  void textFromTheRunIsText() {
    Map<String, SummaryTable> tables = SeedTables.all();
    String hostile = "<script>alert('x')</script> & \"quotes\" 七人の侍";
    tables.put(
        "top_items", SummaryTable.builder("top_items", "movieId", "title").row(7, hostile).build());

    String page = page(tables);

    assertThat(found("(<script)", page), hasSize(1));
    assertThat(
        page, containsString("&lt;script&gt;alert('x')&lt;/script&gt; &amp; \"quotes\" 七人の侍</td>"));
    assertThat(page, containsString("&lt;script&gt;alert(1)&lt;/script&gt;.zip"));
  }

  @Test
  void thePolicyAllowsThePagesOwnStyleAndScriptAndNothingElse() throws Exception {
    String policy = found("Content-Security-Policy\" content=\"([^\"]+)\"", PAGE).get(0);

    assertThat(
        policy.replace("&#39;", "'"),
        is(
            "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
                + hash(found("(?s)<style>(.*?)</style>", PAGE).get(0))
                + "; script-src "
                + hash(found("(?s)<script>(.*?)</script>", PAGE).get(0))));
    assertThat(found("\\s(style|on\\w+)=\"", PAGE), is(List.of()));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(
        new HashSet<>(found("(https?://[^\"'\\s]+)", PAGE)),
        is(new HashSet<>(List.of("http://www.w3.org/2000/svg"))));
    assertThat(found("\\ssrc=\"([^\"]*)", PAGE), is(List.of()));
    assertThat(found("<link[^>]*href=\"([^\"]*)", PAGE), is(List.of("data:,")));
  }

  @Test
  void idsAreUnique() {
    List<String> ids = found("\\sid=\"([^\"]+)\"", PAGE);

    assertThat(ids.size(), is(greaterThan(40)));
    assertThat(new HashSet<>(ids), hasSize(ids.size()));
  }

  @Test
  void headingsLeaveOutNoLevel() {
    List<String> levels = found("<h([1-6])", PAGE);

    assertThat(levels.get(0), is("1"));
    for (int i = 1; i < levels.size(); i++) {
      int step = Integer.parseInt(levels.get(i)) - Integer.parseInt(levels.get(i - 1));
      assertThat("heading " + i, step <= 1, is(true));
    }
  }

  @Test
  void longTablesAreFolded() {
    Map<String, SummaryTable> tables = SeedTables.all();
    SummaryTable.Builder bins =
        SummaryTable.builder("item_popularity_histogram", "bin_start", "bin_end", "movies");
    IntStream.range(0, 80).forEach(i -> bins.row(i + 0.5, i + 1.5, 80 - i));
    tables.put("item_popularity_histogram", bins.build());

    assertThat(
        section("item-popularity", page(tables)),
        containsString("<details>\n<summary>Item popularity histogram: 80 rows</summary>"));
    assertThat(section("item-popularity", PAGE), not(containsString("<details>")));
  }

  @Test
  void aRunWithoutUsersHasAPage() {
    String page = page(SeedTables.empty());

    assertThat(found(">(no data)</text>", page), hasSize(10));
    assertThat(section("users", page), containsString(">no rows</td>"));
  }

  @Test
  void thePageDependsOnWhatItIsToldAndNotOnItsOrder() {
    List<Judgement> reversed = new ArrayList<>(judgements());
    Collections.reverse(reversed);

    assertThat(ReportPage.of(ReportContent.of(PARAMETERS, SeedTables.all(), reversed)), is(PAGE));
  }

  @Test
  void everyCheckIsShown() {
    assertThat(
        found("<td class=\"(passed|failed)\">", PAGE), is(List.of("failed", "passed", "passed")));
    assertThat(
        found("<a href=\"#readiness\">([^<]+)", PAGE),
        hasItem("1 of 3 readiness checks failed, the gravest of severity warning."));
  }

  static List<Judgement> judgements() {
    return List.of(
        new Judgement("a_check", "All is well.", 1, "at least 1", Severity.ERROR, true, List.of()),
        new Judgement(
            "small_clusters", "Too few.", 2, "0", Severity.WARNING, false, List.of("War", "IMAX")),
        new Judgement("b_check", "Well too.", 0.5, "any", Severity.INFO, true, List.of()));
  }

  private static String page(Map<String, SummaryTable> tables) {
    return ReportPage.of(ReportContent.of(PARAMETERS, tables, judgements()));
  }

  private static String section(String id, String page) {
    List<String> found = found("(?s)(<section id=\"" + id + "\".*?</section>)", page);
    return found.isEmpty() ? "" : found.get(0);
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(ReportPageTest::group).toList();
  }

  private static String group(MatchResult match) {
    return match.group(1);
  }

  private static String hash(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
