package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.OutputFile;

/** Equal rows are equal bytes in every Java process, whatever its objects' hash codes are. */
class ParquetBytesIT {
  @TempDir Path folder;

  @Test
  void bytesDoNotDependOnTheProcess() throws Exception {
    Set<String> digests = new HashSet<>();
    for (int hashCodes : new int[] {0, 1, 4, 5}) {
      digests.add(digestFromAProcessWith(hashCodes));
    }

    assertThat(digests, hasSize(1));
  }

  /** Runs {@link #main} in a process with this way of making up identity hash codes. */
  private String digestFromAProcessWith(int hashCodes) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:hashCode=" + hashCodes,
                    "-cp",
                    System.getProperty("java.class.path"),
                    ParquetBytesIT.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String digest = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor(60, TimeUnit.SECONDS), is(true));
    assertThat(process.exitValue(), is(0));
    assertThat(digest.length(), is(64));
    return digest;
  }

  /** Writes a file below the given folder and prints its SHA-256. */
  public static void main(String[] arguments) throws Exception {
    OutputFile file =
        ParquetShard.write(
            SlateSeedTable.of(),
            WrittenSample.SLATES,
            Staging.of(arguments[0], "run"),
            "slates.parquet",
            CompressionCodecName.ZSTD);
    System.out.println(file.sha256());
  }
}
