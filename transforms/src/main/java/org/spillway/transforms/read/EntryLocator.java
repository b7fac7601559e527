package org.spillway.transforms.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the files of a MovieLens archive among its entries: in one folder of any name, or in none.
 */
final class EntryLocator {
  static final String CHECKSUMS = "checksums.txt";

  /** The files that are read. */
  static final List<String> CSVS = List.of("ratings.csv", "movies.csv", "tags.csv", "links.csv");

  private static final Set<String> KNOWN =
      Set.of("ratings.csv", "movies.csv", "tags.csv", "links.csv", "readme.txt", CHECKSUMS);

  private final Place archive;
  private final List<DirectoryRecord> records;

  EntryLocator(Place archive, List<DirectoryRecord> records) {
    this.archive = archive;
    this.records = records;
  }

  /** Whether an entry is none of the files of a MovieLens archive. */
  static boolean isStranger(DirectoryRecord record) {
    return !record.isFolder()
        && (isLitter(record) || !KNOWN.contains(lowerCase(record.baseName())));
  }

  /**
   * The entry that is the CSV of this name.
   *
   * @throws BadInputException if there is none, or only one whose name differs in case; or if any
   *     CSV occurs twice or in another folder
   */
  DirectoryRecord csv(String name) {
    for (String csv : CSVS) {
      checkUnambiguous(csv);
    }
    DirectoryRecord found = only(name, candidates(name));
    for (String csv : CSVS) {
      for (DirectoryRecord other : candidates(csv)) {
        if (!other.folder().equals(found.folder())) {
          throw new BadInputException(
              InputFault.FOLDERS_DIFFER,
              archive,
              "the files are in different folders",
              "all of them beside " + Excerpt.of(found.name()),
              Excerpt.of(other.name()));
        }
      }
    }
    return found;
  }

  /** The list of checksums beside an entry; empty or a single one. */
  List<DirectoryRecord> checksumsBeside(DirectoryRecord csv) {
    return records.stream().filter(r -> r.name().equals(csv.folder() + CHECKSUMS)).toList();
  }

  private DirectoryRecord only(String name, List<DirectoryRecord> candidates) {
    if (candidates.isEmpty()) {
      throw new BadInputException(
          InputFault.ENTRY_MISSING,
          archive,
          "no " + name,
          name + " at the top or in a folder",
          "none among " + records.size() + " entries");
    }
    DirectoryRecord first = candidates.get(0);
    if (!first.baseName().equals(name)) {
      throw new BadInputException(
          InputFault.ENTRY_MISNAMED,
          archive.entry(first.name()),
          "found " + first.baseName(),
          name,
          first.baseName());
    }
    if (first.folder().indexOf('/') != first.folder().lastIndexOf('/')) {
      throw new BadInputException(
          InputFault.ENTRY_MISSING,
          archive.entry(first.name()),
          "the file is too deep in the archive",
          name + " at the top or in one folder",
          "folders in a folder");
    }
    return first;
  }

  private void checkUnambiguous(String name) {
    List<DirectoryRecord> candidates = candidates(name);
    if (candidates.size() > 1) {
      throw new BadInputException(
          InputFault.ENTRY_AMBIGUOUS,
          archive,
          "more than one " + name,
          "one",
          Excerpt.of(candidates.get(0).name()) + " and " + Excerpt.of(candidates.get(1).name()));
    }
  }

  private List<DirectoryRecord> candidates(String name) {
    List<DirectoryRecord> found = new ArrayList<>();
    for (DirectoryRecord record : records) {
      if (!isLitter(record) && lowerCase(record.baseName()).equals(name)) {
        found.add(record);
      }
    }
    return found;
  }

  /** What operating systems leave in archives. */
  private static boolean isLitter(DirectoryRecord record) {
    return ("/" + record.name()).contains("/__MACOSX/")
        || record.baseName().startsWith("._")
        || record.baseName().equals(".DS_Store");
  }

  /** Lower case by ASCII alone, so that no other letter is taken for one of a name. */
  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return lower.toString();
  }
}
