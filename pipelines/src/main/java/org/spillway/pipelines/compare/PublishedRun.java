package org.spillway.pipelines.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.readiness.JudgementsJson;
import org.spillway.transforms.readiness.WriteReadiness;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.PublishedFile;

/**
 * A finished run as tables. The cells are as the run has published them: figures are texts as in
 * its CSV files, where null stands for an empty cell.
 *
 * @param location the run's output folder, as it was given
 * @param parts the tables of each part, in a fixed order
 */
public record PublishedRun(String location, Map<Part, List<SummaryTable>> parts) {
  private static final String TABLES = "writeup/tables/";
  private static final String CSV = ".csv";
  private static final String SUCCESS = "_SUCCESS";

  /** Copies the map. */
  public PublishedRun {
    parts = Collections.unmodifiableMap(new EnumMap<>(parts));
  }

  /**
   * Reads what a run has published about itself, some hundred kilobytes.
   *
   * @param location the run's output folder, on any file system that Beam knows
   * @throws NotARunException if it is not the output folder of a finished run
   */
  public static PublishedRun read(String location) throws IOException {
    text(location, SUCCESS);
    Manifest manifest = Manifest.fromJson(text(location, Manifest.FILE));
    List<SummaryTable> figures = new ArrayList<>();
    for (PublishedFile file : manifest.outputs()) {
      String path = file.path();
      if (path.startsWith(TABLES) && path.endsWith(CSV)) {
        String name = path.substring(TABLES.length(), path.length() - CSV.length());
        figures.add(CsvCells.table(name, text(location, path)));
      }
    }
    Map<Part, List<SummaryTable>> parts = new EnumMap<>(Part.class);
    parts.put(Part.PARAMETERS, List.of(RunTables.parameters(manifest)));
    parts.put(Part.INPUT, List.of(RunTables.input(manifest)));
    parts.put(Part.ROWS, List.of(RunTables.rows(manifest)));
    parts.put(
        Part.CHECKS,
        List.of(
            RunTables.checks(JudgementsJson.read(text(location, WriteReadiness.JUDGEMENTS_PATH)))));
    parts.put(Part.FIGURES, figures);
    parts.put(Part.OUTPUTS, List.of(RunTables.outputs(manifest)));
    return new PublishedRun(location, parts);
  }

  private static String text(String location, String path) throws IOException {
    try (InputStream in = Channels.newInputStream(FileSystems.open(file(location, path)))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new NotARunException(
          "expected the output folder of a finished run, found no " + path + " in " + location, e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new NotARunException("Not a location that Beam knows: " + location, e);
    }
  }

  private static ResourceId file(String location, String path) {
    ResourceId folder = FileSystems.matchNewResource(location, true);
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      folder = folder.resolve(names[i], StandardResolveOptions.RESOLVE_DIRECTORY);
    }
    return folder.resolve(names[names.length - 1], StandardResolveOptions.RESOLVE_FILE);
  }
}
