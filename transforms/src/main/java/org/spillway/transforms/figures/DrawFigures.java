package org.spillway.transforms.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.metrics.StepTime;
import org.spillway.transforms.write.StagedFile;
import org.spillway.transforms.write.Staging;

/**
 * Draws the setup pipeline's figures and stages each as PNG and SVG: {@code
 * writeup/figures/01_rating_distribution.png} and so on (setup spec, section 10).
 *
 * <p>In: every summary table of the run, as one list in any order; those that {@link SetupFigures}
 * names are needed, and may be without rows. Out: the staged files. On a machine whose Java cannot
 * lay out text nothing is staged, and one warning in the log says what is missing: a run does not
 * fail for its pictures.
 *
 * <pre>{@code
 * PCollection<OutputFile> figures = tables.apply("DrawFigures", DrawFigures.of(staging));
 * }</pre>
 */
@AutoValue
public abstract class DrawFigures
    extends PTransform<PCollection<List<SummaryTable>>, PCollection<OutputFile>> {
  private static final long serialVersionUID = 1;

  /** The folder of the figures, relative to the output folder. */
  public static final String FOLDER = "writeup/figures/";

  private static final Logger LOG = LoggerFactory.getLogger(DrawFigures.class);

  abstract Staging staging();

  /** Stages the files here. */
  public static DrawFigures of(Staging staging) {
    return new AutoValue_DrawFigures(staging);
  }

  @Override
  public PCollection<OutputFile> expand(PCollection<List<SummaryTable>> tables) {
    return tables.apply("Draw", ParDo.of(new DrawFn(staging())));
  }

  private static final class DrawFn extends DoFn<List<SummaryTable>, OutputFile> {
    private static final long serialVersionUID = 1;
    private final Staging staging;

    DrawFn(Staging staging) {
      this.staging = staging;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      StepTime.measure(
          () -> {
            Map<String, SummaryTable> byName = new HashMap<>();
            context.element().forEach(table -> byName.put(table.name(), table));
            try {
              // Drawing is the last long work of a run, so all cores share it.
              List<Drawn> files =
                  SetupFigures.of(byName).parallelStream().flatMap(Drawn::of).toList();
              for (Drawn file : files) {
                context.output(StagedFile.write(staging, file.name, file.content, 0, ""));
              }
            } catch (FiguresUnavailableException e) {
              LOG.warn(e.getMessage());
            }
          });
    }
  }

  /** A figure's file, in memory. */
  private static final class Drawn {
    final String name;
    final byte[] content;

    private Drawn(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    static Stream<Drawn> of(Figure figure) {
      String path = FOLDER + figure.name();
      return Stream.of(
          new Drawn(path + ".png", PngImage.file(figure)),
          new Drawn(path + ".svg", SvgImage.file(figure).getBytes(UTF_8)));
    }
  }
}
