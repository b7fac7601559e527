package org.spillway.pipelines.cli;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Finds out which archives an input means, and whether they are there, before work is begun. */
final class Inputs {

  private static final Pattern LOCAL_URI = Pattern.compile("file:(//)?(?=/)");
  private static final Pattern GLOB = Pattern.compile(".*[*?\\[\\]{}].*");

  private Inputs() {}

  /**
   * The locations that an input stands for: one, several with commas between, or patterns. They are
   * in the order of the files' names, so that neither the order on the command line nor the folder
   * they lie in has a say in the results.
   *
   * <p>A comma in a location is matched by {@code ?}; a local file whose whole name has commas or
   * marks of patterns is taken as it is.
   *
   * @throws UsageException if one is missing, is there twice, or two have one file name
   */
  static List<String> find(String input) throws IOException {
    List<String> locations = new ArrayList<>();
    for (String part : isLocalFile(input) ? List.of(input) : List.of(input.split(",", -1))) {
      if (GLOB.matcher(part).matches() && !isLocalFile(part)) {
        locations.addAll(matches(part));
      } else {
        check(part);
        locations.add(part);
      }
    }
    locations.sort(Comparator.comparing(Inputs::fileName));
    checkDistinct(locations);
    return List.copyOf(locations);
  }

  /** Whether an input is one archive in a local file, under just that name. */
  static boolean isLocalFile(String location) {
    return new File(location).isFile();
  }

  private static List<String> matches(String pattern) throws IOException {
    List<String> found = new ArrayList<>();
    try {
      MatchResult result = FileSystems.match(pattern, EmptyMatchTreatment.ALLOW);
      for (MatchResult.Metadata file : result.metadata()) {
        found.add(file.resourceId().toString());
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new UsageException("There is no file that matches " + pattern, e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UsageException("Not a location that Beam knows: " + pattern, e);
    }
    if (found.isEmpty()) {
      throw new UsageException("There is no file that matches " + pattern);
    }
    return found;
  }

  private static void checkDistinct(List<String> locations) {
    Map<String, String> byFile = new TreeMap<>();
    Map<String, String> byName = new TreeMap<>();
    for (String location : locations) {
      if (byFile.put(resource(location).toString(), location) != null) {
        throw new UsageException("An archive is given twice: " + location + "; give it once");
      }
      String other = byName.put(fileName(location), location);
      if (other != null) {
        throw new UsageException(
            "Two archives have one file name, by which the results tell them apart: "
                + other
                + " and "
                + location
                + "; rename one");
      }
    }
  }

  private static ResourceId resource(String location) {
    return FileSystems.matchNewResource(location, false);
  }

  private static String fileName(String location) {
    String name = resource(location).getFilename();
    return name == null ? location : name;
  }

  /**
   * Checks that a location names a file that can be opened. It is opened and not looked up, since
   * Beam looks for a local file that is missing in every folder below its own.
   *
   * @throws UsageException if it does not
   */
  private static void check(String location) throws IOException {
    if (location.isBlank()) {
      throw new UsageException("The location of the input is empty");
    }
    if (new File(location).isDirectory()) {
      throw new UsageException("Not a file but a folder: " + location);
    }
    try {
      ResourceId input = resource(location);
      // To open a pipe would be to wait for what is written into it, maybe without end.
      if (isPipeOrDevice(location) || isPipeOrDevice(input.toString())) {
        throw new UsageException(
            "Not a file but a pipe or a device: " + location + "; save it as a file");
      }
      FileSystems.open(input).close();
    } catch (FileNotFoundException | NoSuchFileException e) {
      if (new File(location).exists()) {
        throw new UsageException("Not a file that can be read: " + location, e);
      }
      throw new UsageException("There is no file " + location, e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UsageException("Not a location that Beam knows: " + location, e);
    }
  }

  private static boolean isPipeOrDevice(String path) {
    File file =
        new File(path.startsWith("file:") ? LOCAL_URI.matcher(path).replaceFirst("") : path);
    return file.exists() && !file.isFile() && !file.isDirectory();
  }
}
