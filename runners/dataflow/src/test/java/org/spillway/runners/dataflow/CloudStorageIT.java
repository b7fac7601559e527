package org.spillway.runners.dataflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.pipelines.cli.SpillwayCommand;
import org.spillway.transforms.digest.Digests;

/**
 * A run whose archive and results are on {@code gs://}, with the libraries that are in the jar and
 * none of those that are left out. The storage is a server on this machine, the steps run here too.
 */
class CloudStorageIT {
  private static final String LOG = "spillway.log";

  @TempDir private Path folder;
  private StorageServer storage;
  private Path archive;

  @BeforeEach
  void putArchive() throws IOException {
    archive = folder.resolve("tiny.zip");
    ArchiveGenerator.of(ArchiveSize.TINY).writeTo(archive);
    storage = new StorageServer();
    storage.put("data", "tiny.zip", Files.readAllBytes(archive));
  }

  @AfterEach
  void stop() {
    storage.close();
  }

  @Test
  void givesTheBytesOfALocalRun() throws IOException {
    prepare(archive.toString(), folder.resolve("local").toString());
    Map<String, String> local = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve("local"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        local.put(
            folder.resolve("local").relativize(file).toString(), sha256(Files.readAllBytes(file)));
      }
    }
    local.remove(LOG);

    prepare("gs://data/tiny.zip", "gs://results/out", "--ratingsShards=2");
    assertThat(results().keySet(), hasItem(containsString("-00001-of-00002")));
    prepare("gs://data/tiny.zip", "gs://results/out", "--overwrite");

    assertThat(results(), is(local));
    assertThat(storage.objects("results", "out/" + LOG).isEmpty(), is(false));
    assertThat(
        storage.objects("results", "").keySet(), not(hasItem(containsString(".spillway-staging"))));
  }

  private Map<String, String> results() {
    Map<String, String> results = new TreeMap<>();
    storage
        .objects("results", "out/")
        .forEach((name, bytes) -> results.put(name.substring("out/".length()), sha256(bytes)));
    results.remove(LOG);
    return results;
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
  }

  private void prepare(String input, String output, String... options) {
    StringWriter said = new StringWriter();
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "prepare",
                    "--quiet",
                    "--runner=DirectRunner",
                    "--input=" + input,
                    "--output=" + output,
                    "--userModulus=2",
                    "--failOn=never",
                    "--project=my-project",
                    "--gcsEndpoint=" + storage.endpoint(),
                    "--credentialFactoryClass=" + NoopCredentialFactory.class.getName()),
                Stream.of(options))
            .toArray(String[]::new);

    int exitCode =
        SpillwayCommand.run(arguments, new DataflowDefaults(), new PrintWriter(said, true));

    assertThat(said.toString(), exitCode, is(0));
  }
}
