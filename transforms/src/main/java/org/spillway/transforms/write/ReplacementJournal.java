package org.spillway.transforms.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Replacement} is about to do.
 *
 * @param steps in the order in which files move in: the manifest last but one, {@code _SUCCESS}
 *     last
 */
record ReplacementJournal(List<Step> steps) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * What happens to one file of the result.
   *
   * @param path where it is published
   * @param staged the new file's name in the staging folder; null if the new result has none
   * @param bytes the new file's size; 0 if there is none
   * @param aside the earlier file's name in the staging folder, once it is there; null if there was
   *     no earlier one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Step(String path, @Nullable String staged, long bytes, @Nullable String aside) {
    Step {
      Staging.checkedPath(path);
      if (staged == null && aside == null) {
        throw new IllegalArgumentException("a step must have a file, but has none: " + path);
      }
      checkName(staged);
      checkName(aside);
    }

    private static void checkName(@Nullable String name) {
      if (name != null && Staging.checkedPath(name).indexOf('/') >= 0) {
        throw new IllegalArgumentException("a staged file must have a name, but has: " + name);
      }
    }
  }

  ReplacementJournal {
    steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
    int size = steps.size();
    if (size < 2
        || !steps.get(size - 2).path().equals(Manifest.FILE)
        || !steps.get(size - 1).path().equals(Publication.SUCCESS)
        || steps.get(size - 1).staged() == null) {
      throw new IllegalArgumentException("the last steps must be the manifest and _SUCCESS");
    }
  }

  /** The steps whose order matters only from one group to the next. */
  List<List<Step>> groups() {
    int size = steps.size();
    return List.of(
        steps.subList(0, size - 2),
        steps.subList(size - 2, size - 1),
        steps.subList(size - 1, size));
  }

  String toJson() {
    try {
      return MAPPER.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journal can always be written", e);
    }
  }

  /**
   * Reads {@link #toJson} back.
   *
   * @throws IOException if it is something else
   */
  static ReplacementJournal fromJson(String json) throws IOException {
    ReplacementJournal journal = MAPPER.readValue(json, ReplacementJournal.class);
    if (journal == null) {
      throw new IOException("not a journal of a publication: " + json.strip());
    }
    return journal;
  }
}
