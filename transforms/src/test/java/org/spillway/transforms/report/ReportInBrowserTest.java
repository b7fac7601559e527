package org.spillway.transforms.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.Chromium;
import org.spillway.transforms.testing.SeedTables;

/** Opens the page in a real browser. Skipped where no Chromium is installed. */
class ReportInBrowserTest {
  private static final String HOSTILE = "<script>document.title='x'</script> \"七人の侍\" & 'co'";
  private static final String TOP_ITEMS =
      "[...document.querySelectorAll('table')].find(t =>"
          + " t.caption.textContent.startsWith('Top items'))";

  @TempDir static Path folder;
  private static Chromium browser;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(Chromium.program().isPresent(), "no chromium on the path");
    Map<String, SummaryTable> tables = SeedTables.all();
    tables.put(
        "top_items",
        SummaryTable.builder("top_items", "movieId", "title", "sample_rating_count")
            .row(318, "Shawshank Redemption, The (1994)", 2_031)
            .row(296, HOSTILE, 10_965)
            .row(356, null, 952)
            .build());
    Path page = folder.resolve("report.html");
    Files.writeString(
        page,
        ReportPage.of(
            ReportContent.of(Map.of("input", HOSTILE), tables, ReportPageTest.judgements())));
    browser = Chromium.open(page, folder.resolve("profile"));
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void theBrowserHasNothingToComplainOf() throws Exception {
    browser.evaluate("document.querySelectorAll('thead button').forEach(b => b.click())");

    assertThat(browser.complaints(), is(empty()));
  }

  @Test
  void nothingIsRequestedButThePage() throws Exception {
    browser.evaluate("document.readyState");

    assertThat(
        browser.requests().stream().filter(url -> !url.startsWith("data:")).toList(),
        is(List.of(folder.resolve("report.html").toUri().toString())));
  }

  @Test
  void everyFigureHasASize() throws Exception {
    String sizes =
        browser
            .evaluate(
                "JSON.stringify([...document.querySelectorAll('figure svg')].map(s => {"
                    + " const b = s.getBoundingClientRect(); return b.width > 300 && b.height >"
                    + " 100; }))")
            .asText();

    assertThat(sizes, is("[true,true,true,true,true,true,true,true]"));
  }

  @Test
  void styleAndScriptAreAtWork() throws Exception {
    assertThat(
        browser.evaluate("getComputedStyle(document.querySelector('.page')).display").asText(),
        is("grid"));
    assertThat(
        browser.evaluate("document.querySelectorAll('thead button').length > 20").asBoolean(),
        is(true));
  }

  @Test
  void tablesSortByNumberAndByTextWithMissingValuesLast() throws Exception {
    sorted(0);
    assertThat(sorted(2), is("[\"356\",\"318\",\"296\"]"));
    assertThat(sorted(2), is("[\"296\",\"318\",\"356\"]"));
    assertThat(
        browser.evaluate(TOP_ITEMS + ".tHead.rows[0].cells[2].ariaSort").asText(),
        is("descending"));
    assertThat(sorted(1), is("[\"296\",\"318\",\"356\"]"));
    assertThat(sorted(1), is("[\"318\",\"296\",\"356\"]"));
  }

  @Test
  void aHostileTitleIsText() throws Exception {
    assertThat(
        browser
            .evaluate(
                "[..."
                    + TOP_ITEMS
                    + ".tBodies[0].rows].find(r => r.cells[0].textContent === '296')"
                    + ".cells[1].textContent")
            .asText(),
        is(HOSTILE));
    assertThat(browser.evaluate("document.scripts.length").asInt(), is(1));
    assertThat(browser.evaluate("document.title").asText(), is("MovieLens interference setup"));
  }

  @Test
  void everyCheckHasARow() throws Exception {
    assertThat(
        browser.evaluate("document.querySelectorAll('#checks tbody tr').length").asInt(),
        is(ReportPageTest.judgements().size()));
  }

  private static String sorted(int column) throws Exception {
    return browser
        .evaluate(
            "(() => { const t = "
                + TOP_ITEMS
                + "; t.querySelectorAll('thead button')["
                + column
                + "].click(); return JSON.stringify([...t.tBodies[0].rows].map(r =>"
                + " r.cells[0].textContent)); })()")
        .asText();
  }
}
