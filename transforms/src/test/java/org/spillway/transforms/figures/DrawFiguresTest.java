package org.spillway.transforms.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.OutputFile;
import org.spillway.transforms.testing.SeedTables;
import org.spillway.transforms.testing.TestPipelines;
import org.spillway.transforms.write.Staging;

class DrawFiguresTest {
  private static final int UUID_AND_DASH = 37;

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();
  @TempDir Path folder;

  @Test
  void stagesEachFigureAsPngAndSvg(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    List<Figure> figures = SetupFigures.of(SeedTables.all());
    Map<String, String> expected = new TreeMap<>();
    for (Figure figure : figures) {
      expected.put(figure.name() + ".png", new String(PngImage.file(figure), UTF_8));
      expected.put(figure.name() + ".svg", SvgImage.file(figure));
    }

    PAssert.that(
            pipeline
                .apply("Tables", Create.of(List.of(List.copyOf(SeedTables.all().values()))))
                .apply("DrawFigures", DrawFigures.of(staging))
                .apply("Paths", MapElements.into(TypeDescriptors.strings()).via(OutputFile::path)))
        .containsInAnyOrder(expected.keySet().stream().map(DrawFigures.FOLDER::concat).toList());
    pipeline.run().waitUntilFinish();

    assertThat(staged(staging), is(expected));
  }

  private static Map<String, String> staged(Staging staging) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(staging.folder().toString()))) {
      for (Path file : files.toList()) {
        contents.put(
            file.getFileName().toString().substring(UUID_AND_DASH),
            new String(Files.readAllBytes(file), UTF_8));
      }
    }
    return contents;
  }
}
