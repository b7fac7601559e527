package org.spillway.pipelines.cli;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Shows an interface of Beam options to picocli, so that names, defaults and descriptions are
 * written once: on the interface. Only what the interface itself declares is shown.
 */
final class BeamOptions {

  private BeamOptions() {}

  /**
   * The options that an interface declares; the required ones first, then by name.
   *
   * @param given gets the name and the value of each option that is on the command line
   */
  static List<OptionSpec> specs(
      Class<? extends PipelineOptions> options, BiConsumer<String, Object> given) {
    List<OptionSpec> specs = new ArrayList<>();
    Arrays.stream(options.getDeclaredMethods())
        .filter(method -> method.getName().startsWith("get"))
        .sorted(
            Comparator.comparing((Method method) -> !isRequired(method))
                .thenComparing(Method::getName))
        .forEach(getter -> specs.add(spec(getter, given)));
    return specs;
  }

  /**
   * The options as they will be, before Beam has made them: those that are given and the defaults.
   * Only what the interface itself declares can be asked for.
   *
   * @param given values of the options' own types, by name, the required ones among them
   */
  static <T extends PipelineOptions> T preview(Class<T> options, Map<String, Object> given) {
    return options.cast(
        Proxy.newProxyInstance(
            options.getClassLoader(),
            new Class<?>[] {options},
            (proxy, getter, arguments) -> {
              Object value = given.get(optionName(getter));
              return value != null ? value : defaultValue(getter);
            }));
  }

  private static OptionSpec spec(Method getter, BiConsumer<String, Object> given) {
    String name = optionName(getter);
    Class<?> type = getter.getReturnType();
    OptionSpec.Builder spec =
        OptionSpec.builder("--" + name)
            .type(type)
            .required(isRequired(getter))
            .description(description(getter))
            .paramLabel(label(name, type))
            .setter(recorder(name, given));
    if (type == boolean.class) {
      spec.arity("0..1").fallbackValue("true");
    }
    return spec.build();
  }

  /** Passes on what the user typed; picocli also "sets" an absent option, to null. */
  private static ISetter recorder(String name, BiConsumer<String, Object> given) {
    return new ISetter() {
      @Override
      @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
      public <T> T set(T value) {
        if (value != null) {
          given.accept(name, value);
        }
        return value;
      }
    };
  }

  private static String description(Method getter) {
    Description description = getter.getAnnotation(Description.class);
    if (description == null) {
      throw new IllegalStateException(getter + " must have a description");
    }
    String text = description.value() + ".";
    if (isRequired(getter)) {
      return text + " Required.";
    }
    return text + " Default: " + defaultValue(getter) + ".";
  }

  private static Object defaultValue(Method getter) {
    for (Annotation annotation : getter.getAnnotations()) {
      if (annotation instanceof Default.Integer number) {
        return number.value();
      } else if (annotation instanceof Default.Long number) {
        return number.value();
      } else if (annotation instanceof Default.Double number) {
        return number.value();
      } else if (annotation instanceof Default.Boolean flag) {
        return flag.value();
      } else if (annotation instanceof Default.String text) {
        return text.value();
      }
    }
    throw new IllegalStateException(getter + " must have a default or be required");
  }

  private static boolean isRequired(Method getter) {
    return getter.isAnnotationPresent(Validation.Required.class);
  }

  private static String optionName(Method getter) {
    String property = getter.getName().substring("get".length());
    return property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1);
  }

  private static String label(String name, Class<?> type) {
    if (name.equals("input")) {
      return "ZIP";
    }
    if (name.equals("output")) {
      return "DIR";
    }
    if (type == String.class) {
      return "NAME";
    }
    return type == int.class || type == long.class
        ? "N"
        : type == double.class ? "X" : "true|false";
  }
}
