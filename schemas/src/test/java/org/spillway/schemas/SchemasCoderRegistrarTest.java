package org.spillway.schemas;

import static java.util.stream.Collectors.toCollection;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.Coder;
import org.junit.jupiter.api.Test;

class SchemasCoderRegistrarTest {

  /** Public types that are no elements: the reason is beside each. */
  private static final Set<String> NO_ELEMENTS =
      Set.of(
          "HalfStars", // functions
          "MovieSequence", // coders
          "PopularityBucket", // a part of ItemFeatures
          "RatingBatchBuilder", // makes a RatingBatch
          "SchemasCoderRegistrar",
          "Severity", // a part of Judgement
          "SlateItem", // a part of SeedSlate
          "Timestamps", // functions
          "UserHistoryBuilder", // makes a UserHistory
          "WhiteSpace", // functions
          "WireInput", // coders
          "WireOutput"); // coders

  @Test
  void everyTypeOfThePackageHasExamples() throws Exception {
    Set<String> withExamples =
        Examples.all().stream()
            .map(example -> example.type().getRawType().getSimpleName())
            .collect(toCollection(TreeSet::new));

    assertThat(withExamples, is(elementTypes()));
  }

  @Test
  void beamFindsTheCoderOfEveryType() throws Exception {
    for (Example<?> example : Examples.all()) {
      Class<?> type = example.type().getRawType();
      assertThat(
          example.coder().getClass().getName(), is(type.getName().replace("$", ".") + "Coder"));
    }
  }

  private static Set<String> elementTypes() throws Exception {
    URI classes = Movie.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path folder = Path.of(classes).resolve(Movie.class.getPackageName().replace('.', '/'));
    Set<String> types = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(".class") && !name.contains("$") && !name.startsWith("package-info")) {
          Class<?> type =
              Class.forName(
                  Movie.class.getPackageName() + "." + name.substring(0, name.length() - 6));
          if (Modifier.isPublic(type.getModifiers()) && !Coder.class.isAssignableFrom(type)) {
            types.add(type.getSimpleName());
          }
        }
      }
    }
    assertThat(types.size(), greaterThan(NO_ELEMENTS.size()));
    types.removeAll(NO_ELEMENTS);
    return types;
  }
}
