package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir private Path folder;

  private String file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, name).toString();
  }

  @Test
  void oneIsTakenAsItIsGiven() throws IOException {
    String file = file("a.zip");

    assertThat(Inputs.find(file), is(List.of(file)));
  }

  @Test
  void severalAreInTheOrderOfTheirFileNames() throws IOException {
    String a = file("z/a.zip");
    String b = file("b.zip");
    String c = file("y/c.zip");

    assertThat(Inputs.find(c + "," + a + "," + b), is(List.of(a, b, c)));
  }

  @Test
  void aPatternMatchesFilesOfItsFolderAlone() throws IOException {
    String two = file("parts/part-2.zip");
    String one = file("parts/part-1.zip");
    file("parts/other.zip");
    file("parts/deeper/part-3.zip");
    Files.createDirectory(folder.resolve("parts/part-4.zip"));

    assertThat(Inputs.find(folder + "/parts/part-*.zip"), is(List.of(one, two)));
    assertThat(Inputs.find("file://" + folder + "/parts/part-?.zip"), is(List.of(one, two)));
  }

  @Test
  void patternsAndLocationsMayBeMixed() throws IOException {
    String one = file("x/part-1.zip");
    String two = file("x/part-2.zip");
    String zero = file("part-0.zip");

    assertThat(Inputs.find(folder + "/x/*.zip," + zero), is(List.of(zero, one, two)));
  }

  @Test
  void aCommaOrAMarkInALocalFilesNameIsNoList() throws IOException {
    String comma = file("films, rated.zip");
    String mark = file("films [1].zip");

    assertThat(Inputs.find(comma), is(List.of(comma)));
    assertThat(Inputs.find(mark), is(List.of(mark)));
    assertThat(Inputs.find(folder + "/films? rated.zip," + mark), is(List.of(mark, comma)));
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    String there = file("a.zip");
    String pattern = folder + "/b*.zip";
    String absent = folder.resolve("absent.zip").toString();

    refuses(there + "," + absent, "There is no file " + absent);
    refuses(pattern, "There is no file that matches " + pattern);
    refuses(
        folder + "/no/such/*.zip", "There is no file that matches " + folder + "/no/such/*.zip");
    refuses("nosuch://bucket/*.zip", "Not a location that Beam knows: nosuch://bucket/*.zip");
    refuses(there + ",", "The location of the input is empty");
    refuses(",", "The location of the input is empty");
    refuses(there + "," + folder, "Not a file but a folder: " + folder);
  }

  @Test
  void anArchiveThatIsGivenTwiceIsRefused() throws IOException {
    String file = file("a.zip");
    String detour = folder + "/./a.zip";

    refuses(file + "," + file, "An archive is given twice: " + file + "; give it once");
    refuses(file + "," + detour, "An archive is given twice: " + detour + "; give it once");
    refuses(folder + "/*.zip," + file, "An archive is given twice: " + file + "; give it once");
  }

  @Test
  void twoOfOneFileNameAreRefused() throws IOException {
    String one = file("x/part.zip");
    String other = file("y/part.zip");

    refuses(
        one + "," + other,
        "Two archives have one file name, by which the results tell them apart: "
            + one
            + " and "
            + other
            + "; rename one");
  }

  private static void refuses(String input, String message) {
    assertThat(
        assertThrows(UsageException.class, () -> Inputs.find(input)).getMessage(), is(message));
  }
}
