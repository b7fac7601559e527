package org.spillway.pipelines.cli;

import org.apache.beam.sdk.util.ReleaseInfo;
import org.spillway.transforms.write.SpillwayVersion;
import picocli.CommandLine.IVersionProvider;

/** The versions that a result depends on, as {@code --version} and the manifest say them. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "spillway " + SpillwayVersion.get(),
      "beam " + ReleaseInfo.getReleaseInfo().getVersion(),
      "java " + Runtime.version().feature()
    };
  }
}
