package org.spillway.pipelines.compare;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * A comparison as one HTML page with every differing cell. It looks like a run's report and like it
 * loads nothing; every text that comes from the runs is escaped by the template engine.
 */
public final class ComparisonPage {

  private ComparisonPage() {}

  /** The page, to be written in UTF-8. */
  public static String of(RunComparison comparison) {
    StringOutput out = new StringOutput();
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, null, ComparisonPage.class.getPackageName())
        .render("comparison.jte", comparison, out);
    return out.toString();
  }
}
