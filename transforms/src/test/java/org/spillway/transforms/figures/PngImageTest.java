package org.spillway.transforms.figures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.SeedTables;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Checks the PNG files as the Java platform's own reader sees them. */
final class PngImageTest {
  private static final Map<String, SummaryTable> TABLES = SeedTables.all();

  @Test
  void aFigureHasItsSizeInDots() throws IOException {
    BufferedImage image = read(PngImage.file(SetupFigures.of(TABLES).get(0)));

    assertThat(image.getWidth(), is(1440));
    assertThat(image.getHeight(), is(720));
  }

  @Test
  void theFileSaysHowManyDotsAnInchHas() throws IOException {
    byte[] file = PngImage.file(SetupFigures.of(TABLES).get(7));
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      IIOMetadata metadata = reader.getImageMetadata(0);
      Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
      NamedNodeMap size = root.getElementsByTagName("pHYs").item(0).getAttributes();

      assertThat(size.getNamedItem("pixelsPerUnitXAxis").getNodeValue(), is("6299"));
      assertThat(size.getNamedItem("pixelsPerUnitYAxis").getNodeValue(), is("6299"));
      assertThat(size.getNamedItem("unitSpecifier").getNodeValue(), is("meter"));
    }
  }

  @Test
  void everyPixelSurvivesEncoding() throws IOException {
    BufferedImage image = new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 7; x++) {
        image.setRGB(x, y, x * 0x24_0000 + y * 0x33_00 + x * y);
      }
    }

    BufferedImage read = read(PngEncoder.encode(image, 160));

    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 7; x++) {
        assertThat(x + "," + y, read.getRGB(x, y), is(image.getRGB(x, y)));
      }
    }
  }

  @Test
  void drawingAgainGivesTheSameBytes() {
    for (int i = 0; i < 8; i++) {
      assertThat(
          PngImage.file(SetupFigures.of(SeedTables.all()).get(i)),
          is(PngImage.file(SetupFigures.of(TABLES).get(i))));
    }
  }

  private static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }
}
