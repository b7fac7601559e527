package org.spillway.transforms.readiness;

import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.Severity;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.SeedTables;
import org.spillway.transforms.testing.TestPipelines;
import org.spillway.transforms.write.Staging;

class WriteReadinessTest {
  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();
  @TempDir Path folder;

  @Test
  void checksAndJudgesTheTablesAndStagesBoth(TestPipeline pipeline) {
    List<SummaryTable> tables = List.copyOf(SeedTables.all().values());
    RunTables run = new RunTables(tables);
    List<Expectation> expectations = List.of(WriteReadinessTest::expectation);
    WriteReadiness write = WriteReadiness.of(Staging.of(folder.toString(), "run"));
    PCollection<List<SummaryTable>> gathered = pipeline.apply("Tables", Create.of(List.of(tables)));

    WriteReadiness.Result readiness = gathered.apply("Default", write);
    WriteReadiness.Result expecting =
        gathered.apply("Expecting", write.withExpectations(expectations));

    PAssert.that(readiness.checks()).containsInAnyOrder(SetupChecks.of(run));
    PAssert.thatSingleton(readiness.judged())
        .isEqualTo(KV.of(tables, WriteReadiness.judgements(run, List.of())));
    PAssert.thatSingleton(expecting.judged())
        .isEqualTo(KV.of(tables, WriteReadiness.judgements(run, expectations)));
    PAssert.that(
            readiness
                .files()
                .apply("Paths", MapElements.into(TypeDescriptors.strings()).via(OutputFile::path)))
        .containsInAnyOrder(WriteReadiness.PATH, WriteReadiness.JUDGEMENTS_PATH);
    pipeline.run();
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(WriteReadiness.of(Staging.of(folder.toString(), "run")));
  }

  private static Judgement expectation(RunTables run) {
    return new Judgement(
        "more",
        "",
        run.count("sample_quality", "repeated_user_movie_rows"),
        "0",
        Severity.WARNING,
        true,
        List.of());
  }
}
