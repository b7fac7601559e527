package org.spillway.data.movielens;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.data.movielens.Recognition.Clue;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.SharedData;
import org.spillway.data.testing.ZipFixture;

class RecognitionTest {
  private static final Checksums OTHERS =
      Checksums.parse("00000000000000000000000000000000  ratings.csv\n");

  @TempDir Path folder;

  @Test
  void publishedChecksumsAreCertain() {
    assertThat(
        Recognition.of("renamed/", Map.of(), published(Edition.ML_32M)),
        is(new Recognition(Edition.ML_32M, Clue.CHECKSUMS)));
  }

  @Test
  void sizesAreNearlyCertain() {
    assertThat(
        Recognition.of("", Edition.ML_LATEST_SMALL.sizes(), null),
        is(new Recognition(Edition.ML_LATEST_SMALL, Clue.SIZES)));
  }

  @Test
  void aFileOfAnotherSizeLeavesTheFolder() {
    Map<MovieLensFile, Long> sizes = new EnumMap<>(Edition.ML_25M.sizes());
    sizes.put(MovieLensFile.TAGS, 1L);

    assertThat(
        Recognition.of("ml-25m", sizes, OTHERS), is(new Recognition(Edition.ML_25M, Clue.FOLDER)));
  }

  @Test
  void theFolderIsTakenWithOrWithoutItsSlash() {
    assertThat(
        Recognition.of("ml-latest", Map.of(), null),
        is(new Recognition(Edition.ML_LATEST, Clue.FOLDER)));
    assertThat(
        Recognition.of("ml-latest/", Map.of(), null),
        is(new Recognition(Edition.ML_LATEST, Clue.FOLDER)));
  }

  @Test
  void otherChecksumsThanThePublishedRuleAnEditionOut() {
    assertThat(
        Recognition.of("ml-32m", Edition.ML_32M.sizes(), OTHERS),
        is(new Recognition(Edition.UNKNOWN, Clue.NONE)));
  }

  @Test
  void withoutAClueTheEditionIsUnknown() {
    assertThat(
        Recognition.of("unknown", Map.of(MovieLensFile.RATINGS, 100L), null),
        is(new Recognition(Edition.UNKNOWN, Clue.NONE)));
  }

  @Test
  void generatedArchivesSaySo() throws IOException {
    Path path = folder.resolve("tiny.zip");
    ArchiveGenerator.of(ArchiveSize.TINY).writeTo(path);

    assertThat(recognise(path), is(new Recognition(Edition.GENERATED, Clue.FOLDER)));
  }

  @Test
  void theRealCatalogIsMl32ms() throws IOException {
    assertThat(
        recognise(shared("data/ml-32m-catalog.zip")),
        is(new Recognition(Edition.ML_32M, Clue.CHECKSUMS)));
  }

  @Test
  void theRealSmallSetIsRecognisedByItsSizes() throws IOException {
    assertThat(
        recognise(shared("data/ml-latest-small.zip")),
        is(new Recognition(Edition.ML_LATEST_SMALL, Clue.SIZES)));
  }

  private static Path shared(String relative) {
    Optional<Path> found = SharedData.find(relative);
    assumeTrue(found.isPresent(), SharedData.WHERE);
    return found.orElseThrow();
  }

  private static Recognition recognise(Path path) throws IOException {
    ZipFixture zip = ZipFixture.read(path);
    Map<MovieLensFile, Long> sizes = new EnumMap<>(MovieLensFile.class);
    Checksums checksums = null;
    String root = zip.entries().get(0).name();
    for (FixtureEntry entry : zip.entries()) {
      String name = entry.name().substring(entry.name().lastIndexOf('/') + 1);
      MovieLensFile.named(name).ifPresent(file -> sizes.put(file, (long) entry.bytes().length));
      checksums = name.equals(Checksums.FILE_NAME) ? Checksums.parse(entry.text()) : checksums;
    }
    return Recognition.of(root, sizes, checksums);
  }

  private static Checksums published(Edition edition) {
    return new Checksums(
        edition.checksums().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().fileName(), Map.Entry::getValue)));
  }
}
