package org.spillway.pipelines.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.spillway.pipelines.setup.SetupOptions;

/** What the user typed, to be made Beam's options together with what the runner adds. */
final class BeamArguments {
  private static final Pattern NAME = Pattern.compile("--([A-Za-z][A-Za-z0-9]*)(=.*)?");
  private static final Pattern UNKNOWN = Pattern.compile("missing a property named '(\\w+)'");

  private final Map<String, Object> ours;
  private final Map<String, String> byName;

  private BeamArguments(Map<String, Object> ours, Map<String, String> byName) {
    this.ours = ours;
    this.byName = byName;
  }

  /**
   * Takes what was typed.
   *
   * @param ours the values of our own options, by name
   * @param others every other argument: options of Beam or of its runner, as {@code --name=value},
   *     {@code --name value} or {@code --name}
   * @throws UsageException if one of the others is no option
   */
  static BeamArguments of(Map<String, Object> ours, List<String> others) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < others.size(); i++) {
      String argument = others.get(i);
      Matcher matcher = NAME.matcher(argument);
      if (!matcher.matches()) {
        throw new UsageException("Unknown argument: " + argument);
      }
      boolean hasValueApart =
          matcher.group(2) == null && i + 1 < others.size() && !others.get(i + 1).startsWith("--");
      byName.put(matcher.group(1), hasValueApart ? argument + "=" + others.get(++i) : argument);
    }
    byName.putIfAbsent("jobName", "--jobName=spillway-setup");
    return new BeamArguments(ours, byName);
  }

  /** The runner that was asked for, or empty. */
  String runner() {
    return values().getOrDefault("runner", "");
  }

  /**
   * The options of a run.
   *
   * @throws UsageException if there is no such option, or the runner refuses any of them
   */
  SetupOptions toOptions(RunnerDefaults defaults) {
    try {
      Map<String, String> all = new LinkedHashMap<>(byName);
      for (String argument : defaults.arguments(values())) {
        String name = argument.substring(2, argument.indexOf('='));
        if (!ours.containsKey(name)) {
          all.putIfAbsent(name, argument);
        }
      }
      ours.forEach((name, value) -> all.put(name, "--" + name + "=" + value));
      SetupOptions options = toOptions(all.values().toArray(String[]::new), defaults);
      defaults.complete(options);
      return options;
    } catch (IllegalArgumentException e) {
      Matcher unknown = UNKNOWN.matcher(String.valueOf(e.getMessage()));
      throw new UsageException(
          unknown.find() ? "Unknown option: --" + unknown.group(1) : firstLine(e), e);
    }
  }

  private static SetupOptions toOptions(String[] arguments, RunnerDefaults defaults) {
    try {
      return PipelineOptionsFactory.fromArgs(arguments).as(SetupOptions.class);
    } catch (IllegalArgumentException e) {
      List<Class<? extends PipelineOptions>> further = defaults.furtherOptions();
      if (further.isEmpty()) {
        throw e;
      }
      further.forEach(PipelineOptionsFactory::register);
      return PipelineOptionsFactory.fromArgs(arguments).as(SetupOptions.class);
    }
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    byName.forEach(
        (name, argument) -> {
          int equals = argument.indexOf('=');
          values.put(name, equals < 0 ? "" : argument.substring(equals + 1));
        });
    ours.forEach((name, value) -> values.put(name, String.valueOf(value)));
    return values;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
