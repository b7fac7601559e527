package org.spillway.transforms.figures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.SeedTables;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Checks the SVG files as an XML parser sees them. */
final class SvgImageTest {
  private static final String HOSTILE = "<script>alert(\"1\")</script> & 'quoted' 日本\u0001";

  @Test
  void aFigureNamesItselfForThoseWhoCannotSeeIt() throws Exception {
    Figure figure = SetupFigures.of(SeedTables.all()).get(3);

    Element svg = parse(SvgImage.file(figure)).getDocumentElement();

    assertThat(svg.getAttribute("role"), is("img"));
    assertThat(svg.getAttribute("viewBox"), is("0 0 720 360"));
    assertThat(svg.getAttribute("width"), is("10in"));
    Element title = (Element) svg.getElementsByTagName("title").item(0);
    assertThat(svg.getAttribute("aria-labelledby"), is(title.getAttribute("id")));
    assertThat(title.getTextContent(), is("Top Genres by Sampled Rating Volume"));
    Element description = (Element) svg.getElementsByTagName("desc").item(0);
    assertThat(svg.getAttribute("aria-describedby"), is(description.getAttribute("id")));
    assertThat(description.getTextContent(), containsString("It is Drama."));
  }

  @Test
  void idsBeginWithTheFiguresName() throws Exception {
    for (Figure figure : SetupFigures.of(SeedTables.all())) {
      Document svg = parse(SvgImage.file(figure));

      assertThat(
          attributes(svg, "*", "id"), everyItem(startsWith("figure-" + figure.name() + "-")));
    }
  }

  @Test
  void looksAreAttributesAndNothingIsFetched() throws Exception {
    for (Figure figure : SetupFigures.of(SeedTables.all())) {
      Document svg = parse(SvgImage.file(figure));

      assertThat(attributes(svg, "*", "style"), is(List.of()));
      assertThat(attributes(svg, "*", "href"), is(List.of()));
      assertThat(svg.getElementsByTagName("image").getLength(), is(0));
    }
  }

  @Test
  void barsOfALogarithmicHistogramReachFromEdgeToEdge() throws Exception {
    SummaryTable table = SeedTables.all().get("item_popularity_histogram");

    Document svg = parse(SvgImage.file(ItemPopularityFigure.of(table)));

    List<Element> bars = elements(svg, "rect", "fill", "#8172b3");
    assertThat(bars.size(), is(4));
    double unit = number(bars.get(0), "width") / Math.log(1.5 / 0.5);
    double scale = number(bars.get(0), "height") / 9_512;
    for (int i = 0; i < 4; i++) {
      double ratio = (Double) table.cell(i, "bin_end") / (Double) table.cell(i, "bin_start");
      assertThat(number(bars.get(i), "width"), is(closeTo(unit * Math.log(ratio), 0.02)));
      assertThat(
          number(bars.get(i), "height"), is(closeTo(scale * (Long) table.cell(i, "movies"), 0.02)));
    }
  }

  @Test
  void anyNameIsText() throws Exception {
    SummaryTable genres =
        SummaryTable.builder(
                "genre_summary",
                "genre",
                "sampled_rating_rows",
                "unique_movies",
                "mean_rating",
                "liked_rate")
            .row(HOSTILE, 5, 1, 3.0, 0.5)
            .build();

    String file = SvgImage.file(GenreVolumeFigure.of(genres));

    assertThat(file, not(containsString("<script")));
    assertThat(texts(parse(file)), hasItem("<script>alert(\"1\")</script>…"));
    assertThat(
        parse(file).getElementsByTagName("desc").item(0).getTextContent(),
        containsString("<script>alert(\"1\")</script> & 'quoted' 日本\uFFFD"));
  }

  @Test
  void tablesWithoutRowsMakeFiguresThatSayIt() throws Exception {
    Map<String, SummaryTable> tables = SeedTables.empty();

    for (Figure figure : SetupFigures.of(tables)) {
      assertThat(figure.name(), texts(parse(SvgImage.file(figure))), hasItem("no data"));
      assertThat(figure.name(), PngImage.file(figure).length > 0, is(true));
    }
  }

  @Test
  void drawingAgainGivesTheSameText() {
    for (int i = 0; i < 8; i++) {
      assertThat(
          SvgImage.file(SetupFigures.of(SeedTables.all()).get(i)),
          is(SvgImage.file(SetupFigures.of(SeedTables.all()).get(i))));
    }
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document svg) {
    NodeList found = svg.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static List<String> attributes(Document svg, String element, String attribute) {
    NodeList found = svg.getElementsByTagName(element);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      if (((Element) found.item(i)).hasAttribute(attribute)) {
        values.add(((Element) found.item(i)).getAttribute(attribute));
      }
    }
    return values;
  }

  private static List<Element> elements(Document svg, String name, String attribute, String value) {
    NodeList found = svg.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      Element element = (Element) found.item(i);
      if (element.getAttribute(attribute).equals(value)) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
