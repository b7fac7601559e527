package org.spillway.transforms.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Spillway that is running. */
public final class SpillwayVersion {
  private static final String RESOURCE = "version.properties";

  private SpillwayVersion() {}

  /** The version, as in the build that made this class. */
  public static String get() {
    Properties properties = new Properties();
    try (InputStream stream = SpillwayVersion.class.getResourceAsStream(RESOURCE)) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
