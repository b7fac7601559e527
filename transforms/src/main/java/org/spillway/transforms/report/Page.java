package org.spillway.transforms.report;

import java.util.List;
import java.util.Map;
import org.spillway.transforms.figures.Figure;

/**
 * What the page's template reads.
 *
 * @param title the page's title
 * @param policy the Content-Security-Policy
 * @param style the style sheet
 * @param script the script
 * @param keyFigures what stands first
 * @param sections in order
 * @param parameters by name and value
 * @param tables by name
 * @param files the files that later studies read
 * @param figures by name; empty if this machine cannot draw
 * @param figuresNote why there are no figures; empty if there are
 * @param readiness the readiness checks
 * @param takeaways conclusions in sentences
 */
record Page(
    String title,
    String policy,
    String style,
    String script,
    List<KeyFigure> keyFigures,
    List<Section> sections,
    TableView parameters,
    Map<String, TableView> tables,
    TableView files,
    Map<String, Figure> figures,
    String figuresNote,
    ReadinessView readiness,
    List<String> takeaways) {}
