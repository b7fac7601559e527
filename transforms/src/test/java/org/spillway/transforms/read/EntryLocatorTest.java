package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryLocatorTest {

  private static EntryLocator locator(String... names) {
    return new EntryLocator(
        Place.ofArchive("a.zip"), Arrays.stream(names).map(EntryLocatorTest::record).toList());
  }

  private static DirectoryRecord record(String name) {
    return new DirectoryRecord(name, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void findsAFileAmongStrangersAndLitter() {
    EntryLocator locator =
        locator(
            "ml-32m/",
            "ml-32m/tags.csv",
            "ml-32m/ratings.csv.bak",
            "ml-32m/._ratings.csv",
            "__MACOSX/ml-32m/ratings.csv",
            "ml-32m/__MACOSX/ratings.csv",
            "ml-32m/my-ratings.csv",
            "ml-32m/ratings.csv");

    assertThat(locator.csv("ratings.csv").name(), is("ml-32m/ratings.csv"));
  }

  @Test
  void anotherFileThatOccursTwiceIsAFaultToo() {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> locator("ratings.csv", "tags.csv", "TAGS.CSV").csv("ratings.csv"));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-022 a.zip: more than one tags.csv; expected one, found tags.csv and TAGS.CSV;"
                + " leave one of them in the archive"));
  }

  @Test
  void aFileInAFolderOfAFolderIsTooDeep() {
    BadInputException e =
        assertThrows(BadInputException.class, () -> locator("a/b/ratings.csv").csv("ratings.csv"));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-021 a.zip!a/b/ratings.csv: the file is too deep in the archive; expected"
                + " ratings.csv at the top or in one folder, found folders in a folder; add it, in"
                + " the folder of the others"));
  }

  /** The Kelvin sign is a k in lower case, but no file's name. */
  @Test
  void caseIsAsciiCase() {
    BadInputException e =
        assertThrows(BadInputException.class, () -> locator("lin\u212As.csv").csv("links.csv"));

    assertThat(e.fault(), is(InputFault.ENTRY_MISSING));
  }

  @Test
  void checksumsAreThoseBesideTheFile() {
    EntryLocator locator = locator("ml/ratings.csv", "checksums.txt", "ml/checksums.txt");

    assertThat(
        locator.checksumsBeside(locator.csv("ratings.csv")),
        is(List.of(record("ml/checksums.txt"))));
  }

  @ParameterizedTest
  @CsvSource({
    "ml/ratings.csv,false",
    "README.txt,false",
    "ml/checksums.txt,false",
    "ml/,false",
    "__MACOSX/,false",
    "__MACOSX/ml/._ratings.csv,true",
    "__MACOSX/ml/ratings.csv,true",
    "ml/.DS_Store,true",
    "ml/genome-scores.csv,true"
  })
  void knowsStrangers(String name, boolean isStranger) {
    assertThat(EntryLocator.isStranger(record(name)), is(isStranger));
  }
}
