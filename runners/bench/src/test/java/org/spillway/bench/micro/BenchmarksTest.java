package org.spillway.bench.micro;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.UserHistory;

/** Every benchmark that JMH would run does its work once; nothing is measured. */
class BenchmarksTest {
  private static final int RATINGS = 10_000;

  @Test
  void theHotLoopsAreMeasured() {
    assertThat(
        benchmarks().map(Method::getDeclaringClass).map(Class::getSimpleName).distinct().toList(),
        containsInAnyOrder(
            "InflateBenchmark",
            "ParseBenchmark",
            "ProfileBenchmark",
            "SampleBenchmark",
            "FeaturesBenchmark",
            "ParquetBenchmark"));
  }

  @Test
  void theDataHasTheSameRatingsThroughout() throws IOException {
    GeneratedRatings data = GeneratedRatings.of(RATINGS);

    assertThat(data.csv().length, greaterThan(RATINGS * 8));
    assertThat(data.batches().stream().mapToInt(RatingBatch::size).sum(), is(RATINGS));
    assertThat(data.histories().stream().mapToInt(UserHistory::size).sum(), is(RATINGS));
    assertThat(data.enriched().stream().mapToInt(EnrichedHistory::size).sum(), is(RATINGS));
    assertThat(data.catalog().size(), is(1_000));
  }

  @ParameterizedTest
  @MethodSource("benchmarks")
  void works(Method benchmark) throws ReflectiveOperationException {
    Object state = benchmark.getDeclaringClass().getConstructor().newInstance();
    for (Field field : state.getClass().getFields()) {
      if (field.isAnnotationPresent(Param.class)) {
        field.set(state, valueOf(field));
      }
    }
    List<Object> arguments = new ArrayList<>();
    for (Parameter parameter : benchmark.getParameters()) {
      arguments.add(
          parameter.getType() == Blackhole.class
              ? new Blackhole(
                  "Today's password is swordfish. I understand instantiating Blackholes directly is"
                      + " dangerous.")
              : parameter.getType().getConstructor().newInstance());
    }

    call(state, Setup.class);
    benchmark.invoke(state, arguments.toArray());
    for (Method tearDown : annotated(state, TearDown.class)) {
      if (tearDown.getAnnotation(TearDown.class).value() == Level.Iteration) {
        tearDown.invoke(state);
      }
    }
    for (Method tearDown : annotated(state, TearDown.class)) {
      if (tearDown.getAnnotation(TearDown.class).value() == Level.Trial) {
        tearDown.invoke(state);
      }
    }

    Object counter =
        arguments.stream()
            .filter(each -> each.getClass().isAnnotationPresent(AuxCounters.class))
            .findFirst()
            .orElseThrow();
    assertThat(counter.getClass().getField("ratings").getLong(counter), is((long) RATINGS));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object valueOf(Field field) {
    if (field.getName().equals("ratings")) {
      return RATINGS;
    }
    String first = field.getAnnotation(Param.class).value()[0];
    return Enum.valueOf((Class<? extends Enum>) field.getType(), first);
  }

  private static void call(Object state, Class<? extends Annotation> annotation)
      throws ReflectiveOperationException {
    for (Method method : annotated(state, annotation)) {
      method.invoke(state);
    }
  }

  private static List<Method> annotated(Object state, Class<? extends Annotation> annotation) {
    return Arrays.stream(state.getClass().getMethods())
        .filter(method -> method.isAnnotationPresent(annotation))
        .toList();
  }

  static Stream<Method> benchmarks() {
    return BenchmarkList.defaultList()
        .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
        .stream()
        .map(BenchmarksTest::method);
  }

  private static Method method(BenchmarkListEntry entry) {
    String name = entry.getUsername().substring(entry.getUsername().lastIndexOf('.') + 1);
    try {
      return Arrays.stream(Class.forName(entry.getUserClassQName()).getMethods())
          .filter(each -> each.isAnnotationPresent(Benchmark.class) && each.getName().equals(name))
          .findFirst()
          .orElseThrow();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
