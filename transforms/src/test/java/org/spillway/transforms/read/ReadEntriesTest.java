package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.EntryReport;
import org.spillway.transforms.testing.TestPipelines;

class ReadEntriesTest {

  @RegisterExtension final TestPipelineExtension extension = TestPipelines.strict();

  @TempDir Path folder;

  @Test
  void listsEntriesAndStrangersButNoFolders(TestPipeline pipeline) {
    RawZip zip = RawZip.sound();
    zip.add("ml/", "");
    zip.add("ml/.DS_Store", "litter");
    zip.add("ml/README.txt", "");
    zip.add("ml/checksums.txt", "");
    zip.add("notes.pdf", "");
    String archive = TestZip.write(folder, zip.toBytes());

    ReadResult<ArchiveEntry> result =
        pipeline.apply("Archive", Create.of(archive)).apply("Read", ReadZipCsv.entries());

    PAssert.that(result.records())
        .containsInAnyOrder(
            new ArchiveEntry("test.zip", "ml/ratings.csv", 53, 53, 0x0c7b6509),
            new ArchiveEntry("test.zip", "ml/movies.csv", 22, 22, 0x3ff554da),
            new ArchiveEntry("test.zip", "ml/.DS_Store", 6, 6, 0x4bf2030b),
            new ArchiveEntry("test.zip", "ml/README.txt", 0, 0, 0),
            new ArchiveEntry("test.zip", "ml/checksums.txt", 0, 0, 0),
            new ArchiveEntry("test.zip", "notes.pdf", 0, 0, 0));
    PAssert.that(result.reports())
        .containsInAnyOrder(
            new EntryReport(
                "test.zip", "", 6, 6, 0, new TreeMap<>(Map.of("folders", 1L, "strangers", 2L))));
    PAssert.that(result.rejected()).empty();
    pipeline.run();
  }

  @Test
  void withLimitsRefusesALargerArchive(TestPipeline pipeline) {
    String archive = TestZip.write(folder, RawZip.sound().toBytes());

    pipeline
        .apply("Archive", Create.of(archive))
        .apply(
            "Read",
            ReadZipCsv.entries().withLimits(ArchiveLimits.generous().withMaxTotalBytes(74)));

    BadInputException e =
        BadInputException.findIn(assertThrows(RuntimeException.class, pipeline::run));
    assertThat(e.fault(), is(InputFault.TOO_LARGE));
  }

  @Test
  void failsWithoutAnArchive(TestPipeline pipeline) {
    String archive = folder.resolve("none.zip").toString();

    pipeline.apply("Archive", Create.of(archive)).apply("Read", ReadZipCsv.entries());

    BadInputException e =
        BadInputException.findIn(assertThrows(RuntimeException.class, pipeline::run));
    assertThat(
        e.getMessage(),
        is(
            "INPUT-001 "
                + archive
                + ": cannot open the archive; expected a readable file, found "
                + archive
                + " (No such file or directory); check the path and who may read it"));
  }

  @Test
  void itsFunctionIsSerializable() {
    SerializableUtils.ensureSerializable(new ReadEntries.ReadEntriesFn(ArchiveLimits.generous()));
  }
}
