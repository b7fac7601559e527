package org.spillway.transforms.report;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.figures.Figure;
import org.spillway.transforms.figures.FiguresUnavailableException;
import org.spillway.transforms.figures.SetupFigures;

/**
 * The report as one HTML page. Every text that comes from the run is escaped by the template engine
 * where it stands, whatever is in it.
 *
 * <p>The page has one style sheet and one script, both inline, and a Content-Security-Policy that
 * allows these two by their SHA-256 and forbids everything else: it can load nothing from anywhere.
 */
public final class ReportPage {
  private static final String TITLE = "MovieLens interference setup";

  private ReportPage() {}

  /**
   * The page, to be written in UTF-8. Where this machine cannot draw figures, the page says so in
   * their places.
   *
   * @throws IllegalArgumentException if a table that a figure needs is missing
   */
  public static String of(ReportContent content) {
    StringOutput out = new StringOutput();
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, null, ReportPage.class.getPackageName())
        .render("report.jte", page(content), out);
    return out.toString();
  }

  private static Page page(ReportContent content) {
    Map<String, SummaryTable> tables = content.tables();
    List<Figure> figures = List.of();
    String note = "";
    try {
      figures = SetupFigures.of(tables);
    } catch (FiguresUnavailableException e) {
      note = e.getMessage();
    }
    Map<String, TableView> views = new TreeMap<>();
    tables.forEach((name, table) -> views.put(name, TableView.of(table)));
    return new Page(
        TITLE,
        PageAssets.POLICY,
        PageAssets.STYLE,
        PageAssets.SCRIPT,
        KeyFigure.of(tables),
        sections(tables),
        TableView.of(parameters(content.parameters())),
        views,
        TableView.of(SetupSections.FILES),
        figures.stream().collect(toMap(Figure::name, identity())),
        note,
        ReadinessView.of(content.judgements()),
        Takeaways.of(tables));
  }

  private static List<Section> sections(Map<String, SummaryTable> tables) {
    List<Section> sections = new ArrayList<>(SetupSections.ALL);
    List<String> unshown = SetupSections.unshown(tables.keySet());
    if (!unshown.isEmpty()) {
      sections.add(
          new Section(
              "more", "Further tables", "What no section above speaks of.", List.of(), unshown));
    }
    return sections;
  }

  private static SummaryTable parameters(Map<String, String> parameters) {
    SummaryTable.Builder table = SummaryTable.builder("parameters", "parameter", "setting");
    parameters.forEach(table::row);
    return table.build();
  }
}
