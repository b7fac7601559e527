package org.spillway.pipelines.cli;

import org.apache.beam.sdk.util.ReleaseInfo;
import picocli.CommandLine.IVersionProvider;

/** The versions that a result depends on, as {@code --version} and the manifest say them. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "spillway " + spillway(), "beam " + beam(), "java " + Runtime.version().feature()
    };
  }

  /** This project's version, from the jar's manifest; {@code development} outside a jar. */
  static String spillway() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  static String beam() {
    return ReleaseInfo.getReleaseInfo().getVersion();
  }
}
