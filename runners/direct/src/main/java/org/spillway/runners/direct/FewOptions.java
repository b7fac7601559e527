package org.spillway.runners.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRegistrar;
import org.apache.beam.sdk.options.DefaultPipelineOptionsRegistrar;
import org.apache.beam.sdk.options.ManualDockerEnvironmentOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;
import org.apache.beam.sdk.options.RemoteEnvironmentOptions;
import org.apache.beam.sdk.transforms.resourcehints.ResourceHintsOptions;
import org.apache.beam.sdk.util.construction.ExternalTranslationOptionsRegistrar;

/**
 * The options in Beam's registry as a process starts. Beam checks each interface there against all
 * others, so its own twelve take a tenth of the start; the jar has this registrar in place of
 * theirs (see pom.xml). The others follow once one of them is asked for.
 */
public final class FewOptions implements PipelineOptionsRegistrar {
  private static final List<Class<? extends PipelineOptions>> FEW =
      List.of(PipelineOptions.class, DirectOptions.class);

  @Override
  public Iterable<Class<? extends PipelineOptions>> getPipelineOptions() {
    return FEW;
  }

  /** What Beam and its Direct runner have beside them. */
  static List<Class<? extends PipelineOptions>> further() {
    List<Class<? extends PipelineOptions>> further = new ArrayList<>();
    Stream.of(
            new DefaultPipelineOptionsRegistrar(),
            new ManualDockerEnvironmentOptions.Options(),
            new RemoteEnvironmentOptions.Options(),
            new ResourceHintsOptions.Options(),
            new ExternalTranslationOptionsRegistrar(),
            new DirectRegistrar.Options())
        .forEach(registrar -> registrar.getPipelineOptions().forEach(further::add));
    further.removeAll(FEW);
    return further;
  }
}
