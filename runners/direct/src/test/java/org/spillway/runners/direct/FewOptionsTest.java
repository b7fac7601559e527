package org.spillway.runners.direct;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;
import org.junit.jupiter.api.Test;

class FewOptionsTest {

  /** The libraries' own registrars are on the classpath of tests. */
  @Test
  void noOptionsAreLeftOut() {
    Set<Class<?>> all = new HashSet<>();
    for (PipelineOptionsRegistrar registrar : ServiceLoader.load(PipelineOptionsRegistrar.class)) {
      registrar.getPipelineOptions().forEach(all::add);
    }
    Set<Class<?>> ours = new HashSet<>(FewOptions.further());
    new FewOptions().getPipelineOptions().forEach(ours::add);

    assertThat(ours, is(all));
  }

  @Test
  void theFewAreNotAmongTheOthers() {
    Set<Class<? extends PipelineOptions>> further = new HashSet<>(FewOptions.further());

    assertThat(further, not(hasItem(DirectOptions.class)));
    assertThat(further.size(), is(FewOptions.further().size()));
  }
}
