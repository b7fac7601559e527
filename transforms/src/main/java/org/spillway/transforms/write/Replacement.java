package org.spillway.transforms.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;
import org.spillway.transforms.write.ReplacementJournal.Step;

/**
 * Puts staged files into the places of an earlier result, if there is one, by nothing but renames:
 * the disk need have no room. Once it has begun, the staging folder has a journal of it. With that,
 * it can be completed and it can be undone from any point where it broke off, as often as that
 * breaks off in turn:
 *
 * <ol>
 *   <li>The earlier result is set aside into the staging folder, {@code _SUCCESS} first.
 *   <li>The staged files move in, {@code _SUCCESS} last. That makes the result whole: from then on
 *       it cannot be undone, before that it cannot be taken for whole.
 *   <li>The staging folder is deleted, the journal last.
 * </ol>
 *
 * <p>On a file system that copies to rename, a file may be in both places at once; that is taken
 * for one that has not moved yet.
 */
final class Replacement {

  /** The journal, in the staging folder. */
  static final String JOURNAL = "publishing.json";

  private final Staging staging;
  private final FileChanges changes;
  private final ReplacementJournal journal;

  private Replacement(Staging staging, ReplacementJournal journal, FileChanges changes) {
    this.staging = staging;
    this.journal = journal;
    this.changes = changes;
  }

  /** Begins: nothing has moved yet, but all that is needed to go on is on the disk. */
  static Replacement begin(Staging staging, ReplacementJournal journal, FileChanges changes)
      throws IOException {
    Replacement replacement = new Replacement(staging, journal, changes);
    replacement.checkPlaces();
    changes.write(staging.file(JOURNAL), journal.toJson());
    return replacement;
  }

  /** Takes up one that has begun. */
  static Replacement resume(Staging staging, FileChanges changes) throws IOException {
    ResourceId file = staging.file(JOURNAL);
    Replacement replacement =
        new Replacement(staging, ReplacementJournal.fromJson(Resources.read(file)), changes);
    replacement.checkPlaces();
    return replacement;
  }

  /** Whether one has begun and is not yet over. */
  static boolean isBegun(Staging staging) throws IOException {
    return Resources.exists(staging.file(JOURNAL));
  }

  /** Whether the new result is whole, of one that {@linkplain #isBegun has begun}. */
  static boolean isCommitted(Staging staging) throws IOException {
    return !Resources.exists(staging.file(Publication.SUCCESS));
  }

  /**
   * Does what is still to be done; the staging folder is gone then.
   *
   * @throws IOException if a change fails, or a file is not as it was staged; nothing is lost then
   */
  void complete() throws IOException {
    if (!isCommitted(staging)) {
      createFolders();
      setAside();
      moveIn();
    }
    deleteEmptyFolders(step -> step.staged() == null);
    List<ResourceId> rest = new ArrayList<>(Resources.list(staging.folder()));
    rest.removeIf(file -> JOURNAL.equals(file.getFilename()));
    changes.delete(rest);
    changes.delete(List.of(staging.file(JOURNAL)));
    staging.delete();
  }

  /**
   * Undoes what was done, so that the earlier result is there as it was, or none; the staging
   * folder is gone then. Only before it {@linkplain #isCommitted is committed}.
   */
  void undo() throws IOException {
    Set<Step> aside = having(journal.steps(), Step::aside, this::aside);
    Set<Step> staged = having(journal.steps(), Step::staged, this::staged);
    boolean mayBeInBothPlaces = !LocalFolders.isLocal(staging.output());
    Predicate<Step> isNewInPlace =
        step ->
            step.aside() == null
                ? mayBeInBothPlaces || !staged.contains(step)
                : aside.contains(step);
    for (List<Step> group : lastFirst()) {
      changes.delete(group.stream().filter(isNewInPlace).map(this::place).toList());
    }
    for (List<Step> group : journal.groups()) {
      rename(group, aside::contains, this::aside, this::place);
    }
    deleteEmptyFolders(step -> step.aside() == null);
    changes.delete(List.of(staging.file(JOURNAL)));
    staging.delete();
  }

  /** Before anything has moved, since this is what needs room on the disk. */
  private void createFolders() throws IOException {
    for (Step step : journal.steps()) {
      if (step.staged() != null) {
        LocalFolders.create(place(step).getCurrentDirectory());
      }
    }
  }

  private void setAside() throws IOException {
    Set<Step> aside = having(journal.steps(), Step::aside, this::aside);
    Set<Step> inPlace = having(journal.steps(), Step::aside, this::place);
    for (List<Step> group : lastFirst()) {
      rename(
          group, step -> inPlace.contains(step) && !aside.contains(step), this::place, this::aside);
    }
    // What was in both places, and nothing will replace.
    changes.delete(
        inPlace.stream()
            .filter(step -> step.staged() == null && aside.contains(step))
            .map(this::place)
            .toList());
  }

  private void moveIn() throws IOException {
    Set<Step> staged = having(journal.steps(), Step::staged, this::staged);
    for (List<Step> group : journal.groups()) {
      if (group.get(0).path().equals(Publication.SUCCESS)) {
        checkMoved();
      }
      rename(group, staged::contains, this::staged, this::place);
    }
  }

  private void checkMoved() throws IOException {
    List<Step> moved =
        journal.steps().stream()
            .filter(step -> step.staged() != null && !step.path().equals(Publication.SUCCESS))
            .toList();
    List<Long> sizes = Resources.sizes(moved.stream().map(this::place).toList());
    for (int i = 0; i < moved.size(); i++) {
      Publication.check(
          moved.get(i).path(), moved.get(i).bytes(), place(moved.get(i)), sizes.get(i));
    }
  }

  /** Refuses what has come into the way: a link out of the folder, or a folder. */
  private void checkPlaces() throws IOException {
    for (Step step : journal.steps()) {
      LocalFolders.checkInside(staging.output(), place(step));
      LocalFolders.checkFree(staging.output(), place(step));
    }
  }

  private List<List<Step>> lastFirst() {
    List<List<Step>> groups = new ArrayList<>(journal.groups());
    Collections.reverse(groups);
    return groups;
  }

  private void rename(
      List<Step> steps,
      Predicate<Step> filter,
      Function<Step, ResourceId> from,
      Function<Step, ResourceId> to)
      throws IOException {
    List<Step> moving = steps.stream().filter(filter).toList();
    changes.rename(moving.stream().map(from).toList(), moving.stream().map(to).toList());
  }

  /** The steps that have such a file by name, and have it on the disk. */
  private static Set<Step> having(
      List<Step> steps, Function<Step, @Nullable String> name, Function<Step, ResourceId> file)
      throws IOException {
    List<Step> named = steps.stream().filter(step -> name.apply(step) != null).toList();
    List<Long> sizes = Resources.sizes(named.stream().map(file).toList());
    Set<Step> having = new LinkedHashSet<>();
    for (int i = 0; i < named.size(); i++) {
      if (sizes.get(i) != Resources.MISSING) {
        having.add(named.get(i));
      }
    }
    return having;
  }

  /** Deletes the folders of these steps' files, if nothing is left in them. */
  private void deleteEmptyFolders(Predicate<Step> filter) throws IOException {
    SortedSet<String> folders = new TreeSet<>(Comparator.reverseOrder());
    for (Step step : journal.steps()) {
      String path = step.path();
      for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        if (filter.test(step)) {
          folders.add(path.substring(0, end));
        }
      }
    }
    for (String folder : folders) {
      LocalFolders.deleteIfEmpty(staging.published(folder));
    }
  }

  private ResourceId place(Step step) {
    return staging.published(step.path());
  }

  private ResourceId staged(Step step) {
    return staging.file(Objects.requireNonNull(step.staged()));
  }

  private ResourceId aside(Step step) {
    return staging.file(Objects.requireNonNull(step.aside()));
  }
}
