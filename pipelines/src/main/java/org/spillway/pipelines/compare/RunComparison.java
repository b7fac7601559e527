package org.spillway.pipelines.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What differs between two runs, A and B.
 *
 * @param a the first run's output folder
 * @param b the second run's output folder
 * @param parts every {@link Part}, in order
 */
public record RunComparison(String a, String b, List<PartComparison> parts) {

  /** Compares two runs. */
  public static RunComparison of(PublishedRun a, PublishedRun b) {
    return new RunComparison(
        a.location(),
        b.location(),
        Arrays.stream(Part.values())
            .map(
                part ->
                    PartComparison.of(
                        part,
                        a.parts().getOrDefault(part, List.of()),
                        b.parts().getOrDefault(part, List.of())))
            .toList());
  }

  /** The outcome in a sentence. */
  public String verdict() {
    String differing =
        parts.stream()
            .filter(part -> !part.isSame())
            .map(part -> part.part().title().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return differing.isEmpty()
        ? "There are no differences between the runs."
        : "The runs differ in: " + differing + ".";
  }
}
