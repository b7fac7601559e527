package org.spillway.runners.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlinkDefaultsTest {
  private final FlinkDefaults defaults = new FlinkDefaults();

  @ParameterizedTest
  @ValueSource(strings = {"", "FlinkRunner", "flinkrunner", "flink"})
  void flinkRunsInThisProcessUnlessToldOtherwise(String runner) {
    int cores = Runtime.getRuntime().availableProcessors();

    List<String> arguments = defaults.arguments(runner);

    assertThat(
        arguments,
        hasItems(
            "--runner=FlinkRunner",
            "--flinkMaster=[local]",
            "--objectReuse=true",
            "--parallelism=" + cores,
            "--partitions=" + 4 * cores));
    assertThat(arguments, not(hasItem(startsWith("--filesToStage"))));
  }

  @Test
  void anotherRunnerIsToldNothing() {
    assertThat(defaults.arguments("DirectRunner"), empty());
  }

  @Test
  void partitionsGoWithTheParallelism() {
    assertThat(
        defaults.arguments(Map.of("parallelism", "3")),
        hasItems("--parallelism=3", "--partitions=12"));
  }

  @Test
  void aParallelismThatIsNoNumberIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> defaults.arguments(Map.of("parallelism", "many")));
    assertThat(e.getMessage(), is("parallelism must be from 1 to 99999, but was: many"));
  }

  @Test
  void aClusterIsAskedHowManySlotsItHas() throws IOException {
    HttpServer cluster =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cluster.createContext(
        "/overview",
        exchange -> {
          byte[] answer =
              "{\"taskmanagers\":2,\"slots-total\":6,\"slots-available\":6}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    cluster.start();
    try {
      String address = "localhost:" + cluster.getAddress().getPort();
      assertThat(
          defaults.arguments(Map.of("flinkMaster", address)),
          hasItems("--flinkMaster=" + address, "--parallelism=6", "--partitions=24"));
    } finally {
      cluster.stop(0);
    }
  }

  @Test
  void aClusterThatDoesNotAnswerIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> defaults.arguments(Map.of("flinkMaster", "localhost:1")));
    assertThat(
        e.getMessage(),
        is(
            "flinkMaster must be the host:port of a cluster's REST endpoint, but at"
                + " http://localhost:1 none answers; start the cluster or correct the address"));
  }

  @Test
  void beamTakesAllOfThem() {
    String[] arguments =
        defaults.arguments("").stream()
            .filter(argument -> !argument.startsWith("--partitions="))
            .toArray(String[]::new);
    FlinkPipelineOptions options =
        PipelineOptionsFactory.fromArgs(arguments).as(FlinkPipelineOptions.class);

    assertThat(options.getRunner() == FlinkRunner.class, is(true));
    assertThat(options.getObjectReuse(), is(true));
    assertThat(Files.exists(Path.of(options.getFlinkConfDir(), "flink-conf.yaml")), is(true));
  }
}
