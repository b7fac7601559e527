package org.spillway.schemas;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Tries the same values in every run; {@code -Dproperties.seed=2} has others. */
public final class SetSeed implements AroundPropertyHook {
  private static final String SEED = System.getProperty("properties.seed", "1");

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    context.attributes().setSeed(SEED);
    return property.execute();
  }
}
