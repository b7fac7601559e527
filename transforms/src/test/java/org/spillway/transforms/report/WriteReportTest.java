package org.spillway.transforms.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.SeedTables;
import org.spillway.transforms.testing.TestPipelines;
import org.spillway.transforms.write.Staging;

class WriteReportTest {
  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();
  @TempDir Path folder;

  @Test
  void stagesThePage(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    Map<String, String> parameters = Map.of("slateSize", "12");
    List<SummaryTable> tables = List.copyOf(SeedTables.all().values());
    PAssert.that(
            pipeline
                .apply("Judged", Create.of(KV.of(tables, ReportPageTest.judgements())))
                .apply("WriteReport", WriteReport.of(staging).withParameters(parameters))
                .apply("Paths", MapElements.into(TypeDescriptors.strings()).via(OutputFile::path)))
        .containsInAnyOrder("report.html");
    pipeline.run().waitUntilFinish();

    try (Stream<Path> files = Files.list(Path.of(staging.folder().toString()))) {
      List<Path> staged = files.toList();
      assertThat(staged.size(), is(1));
      assertThat(
          Files.readString(staged.get(0)),
          is(
              ReportPage.of(
                  ReportContent.of(parameters, SeedTables.all(), ReportPageTest.judgements()))));
    }
  }
}
