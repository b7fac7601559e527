package org.spillway.runners.flink.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The file that Flink's processes and clients read their settings from. */
public final class FlinkConfiguration {
  private static final String FILE = "flink-conf.yaml";

  private FlinkConfiguration() {}

  /**
   * Writes settings.
   *
   * @param folder an existing folder
   * @param entries values by Flink's key; neither has a line break
   * @return the file in it
   */
  public static Path write(Path folder, Map<String, String> entries) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(entries)
        .forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    return Files.writeString(folder.resolve(FILE), text, UTF_8);
  }
}
