package org.spillway.transforms.write;

import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.ReadinessCheck;

/**
 * What a run has published, from what, and how: the content of {@code manifest.json}. It has no
 * time, host or folder in it, so that the same input and parameters give the same bytes.
 *
 * @param spillwayVersion the version that wrote it
 * @param beamVersion the version of Beam that it ran on
 * @param input the archives' entries; held by archive, then name
 * @param rows the account of each entry that was read; held by archive, then entry
 * @param parameters the run's parameters by name
 * @param checks the readiness checks; held by name
 * @param outputs every published file but the manifest and {@code _SUCCESS}; held by path
 * @param digests those of the outputs; where a manifest was read that somebody has changed, what it
 *     says they are
 */
public record Manifest(
    String spillwayVersion,
    String beamVersion,
    List<ArchiveEntry> input,
    List<EntryReport> rows,
    SortedMap<String, String> parameters,
    List<ReadinessCheck> checks,
    List<PublishedFile> outputs,
    OutputDigests digests) {

  /** The file's name in the output folder. */
  public static final String FILE = "manifest.json";

  /** The version of the file's format: the value of its field {@code format}. */
  public static final int FORMAT = 1;

  /**
   * Sorts what has an order.
   *
   * @throws IllegalArgumentException if two outputs have one path
   */
  public Manifest {
    input =
        sorted(
            input, Comparator.comparing(ArchiveEntry::archive).thenComparing(ArchiveEntry::name));
    rows =
        sorted(rows, Comparator.comparing(EntryReport::archive).thenComparing(EntryReport::entry));
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    checks = sorted(checks, Comparator.comparing(ReadinessCheck::check));
    outputs = sorted(outputs, Comparator.comparing(PublishedFile::path));
    for (int i = 1; i < outputs.size(); i++) {
      if (outputs.get(i).path().equals(outputs.get(i - 1).path())) {
        throw new IllegalArgumentException(
            "each output must have a path of its own, but two are " + outputs.get(i).path());
      }
    }
  }

  /** A manifest with the digests of its outputs. */
  public Manifest(
      String spillwayVersion,
      String beamVersion,
      List<ArchiveEntry> input,
      List<EntryReport> rows,
      SortedMap<String, String> parameters,
      List<ReadinessCheck> checks,
      List<PublishedFile> outputs) {
    this(
        spillwayVersion,
        beamVersion,
        input,
        rows,
        parameters,
        checks,
        outputs,
        OutputDigests.of(outputs));
  }

  /** The manifest as JSON: fields in a fixed order, two spaces a level, LF at the ends of lines. */
  public String toJson() {
    return ManifestJson.write(this);
  }

  /**
   * Reads a manifest back. A check's time comes back as text. Digests that it lacks, since an
   * earlier version wrote it, are worked out; those it has are not checked.
   *
   * @throws IOException if the text is not a manifest of this format
   */
  public static Manifest fromJson(String json) throws IOException {
    return ManifestJson.read(json);
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }
}
