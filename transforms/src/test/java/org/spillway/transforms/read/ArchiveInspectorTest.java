package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveInspectorTest {
  private static final String MD5 = "831de30fc5fb787e0bdb8de3edb8c67b";

  @TempDir Path folder;

  private ArchiveInspection inspect(RawZip zip) throws IOException {
    return ArchiveInspector.inspect(TestZip.write(folder, zip.toBytes()), ArchiveLimits.generous());
  }

  private static RawZip whole() {
    RawZip zip = RawZip.sound();
    zip.add("ml/tags.csv", "x");
    zip.add("ml/links.csv", "x").deflate();
    return zip;
  }

  @Test
  void findsASoundArchiveSound() throws IOException {
    RawZip zip = whole();
    zip.add("ml/", "");
    zip.add("ml/.DS_Store", "");
    zip.add("ml/checksums.txt", MD5 + "  ratings.csv\n");

    ArchiveInspection inspection = inspect(zip);

    assertThat(inspection.problems(), is(List.of()));
    assertThat(inspection.isSound(), is(true));
    assertThat(inspection.archive(), is("test.zip"));
    assertThat(inspection.bytes(), is((long) zip.toBytes().length));
    assertThat(
        inspection.csvs(),
        is(
            Map.of(
                "ratings.csv", "ml/ratings.csv",
                "movies.csv", "ml/movies.csv",
                "tags.csv", "ml/tags.csv",
                "links.csv", "ml/links.csv")));
    assertThat(inspection.strangers(), is(1));
    assertThat(inspection.checksums(), is(Map.of("ratings.csv", MD5)));
    assertThat(inspection.entries().size(), is(6));
    assertThat(
        inspection.entries().get(0),
        is(new ArchiveInspection.Entry("ml/ratings.csv", 53, 53, 0x0c7b6509, 0)));
    assertThat(inspection.entries().get(3).method(), is(8));
  }

  @Test
  void listsWhatAReadWouldFailOn() throws IOException {
    RawZip zip = whole();
    zip.entries.remove(3);
    zip.ratings().setFlags(1);

    ArchiveInspection inspection = inspect(zip);

    assertThat(inspection.problems(), contains(startsWith("INPUT-012 "), startsWith("INPUT-021 ")));
    assertThat(inspection.isSound(), is(false));
    assertThat(inspection.csvs().containsKey("links.csv"), is(false));
  }

  @Test
  void listsEntriesEvenIfTheirHeadersDisagree() throws IOException {
    RawZip zip = whole();
    zip.ratings().localMethod = 8;

    ArchiveInspection inspection = inspect(zip);

    assertThat(inspection.problems(), contains(startsWith("INPUT-007 ")));
    assertThat(inspection.entries().size(), is(4));
  }

  /** What is wrong with the structure does not hide that a file is missing, nor the other way. */
  @Test
  void listsWhatIsWrongWithTheStructureBesideWhatIsMissing() throws IOException {
    RawZip zip = whole();
    zip.entries.remove(3);
    zip.ratings().localMethod = 8;

    assertThat(
        inspect(zip).problems(), contains(startsWith("INPUT-007 "), startsWith("INPUT-021 ")));
  }

  @Test
  void findsWhatIsNoZip() throws IOException {
    ArchiveInspection inspection =
        ArchiveInspector.inspect(
            TestZip.write(folder, new byte[] {1, 2, 3}), ArchiveLimits.generous());

    assertThat(inspection.problems(), contains(startsWith("INPUT-003 ")));
    assertThat(inspection.entries(), is(List.of()));
  }

  @Test
  void failsWithoutAFile() {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () ->
                ArchiveInspector.inspect(
                    folder.resolve("none.zip").toString(), ArchiveLimits.generous()));

    assertThat(e.fault(), is(InputFault.NOT_FOUND));
  }

  @Test
  void failsWhereNoFileSystemIs() {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> ArchiveInspector.inspect("nosuch://a.zip", ArchiveLimits.generous()));

    assertThat(
        e.getMessage(), startsWith("INPUT-001 nosuch://a.zip: cannot open the archive; expected"));
  }
}
