package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.pipelines.setup.SetupOptions;
import org.spillway.schemas.RatingBatch;
import picocli.CommandLine.Model.OptionSpec;

/** What the README tells is what the code does. */
class ReadmeTest {
  private static final Path ROOT = root();
  private static final String EXAMPLE =
      "pipelines/src/test/java/org/spillway/pipelines/examples/BusiestUsers.java";
  private static final Pattern TABLE_ROW = Pattern.compile("\\| `(\\w+)\\.csv` \\| ([^|]+) \\| .+");

  @Test
  void theExampleIsTheOneThatIsCompiledAndRun() throws IOException {
    assertThat(read("README.md"), containsString("```java\n" + read(EXAMPLE).strip() + "\n```\n"));
  }

  @Test
  void theOptionsOfPrepare() throws IOException {
    String rows =
        BeamOptions.specs(SetupOptions.class, (name, value) -> {}).stream()
            .map(ReadmeTest::optionRow)
            .collect(Collectors.joining());

    assertThat(
        read("README.md"),
        containsString("| option | default | meaning |\n|---|---|---|\n" + rows + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratings_sample", "items", "user_features", "slate_seed"})
  void theColumnsOfAParquetFile(String name) throws IOException {
    String rows =
        schema(name).getFields().stream().map(ReadmeTest::columnRow).collect(Collectors.joining());

    assertThat(
        read("README.md"),
        containsString(
            "`processed/movielens_interference_"
                + name
                + ".parquet`: "
                + schema(name).getDoc()
                + ".\n\n| column | type | null | meaning |\n|---|---|---|---|\n"
                + rows
                + "\n"));
  }

  @Test
  void theTablesAndTheirColumns(@TempDir Path folder) throws IOException {
    Path output = folder.resolve("out");
    CommandRun.of(
            "prepare",
            "--input=" + CommandRun.tinyArchive(folder),
            "--output=" + output,
            "--userModulus=2")
        .succeeds();

    Map<String, String> told = new TreeMap<>();
    for (String line : read("README.md").lines().toList()) {
      var row = TABLE_ROW.matcher(line);
      if (row.matches()) {
        told.put(row.group(1), row.group(2));
      }
    }
    assertThat(told, is(headers(output.resolve("writeup/tables"))));
  }

  private static String optionRow(OptionSpec option) {
    String text = String.join("", option.description());
    int end = Math.max(text.indexOf(" Default: "), text.indexOf(" Required."));
    String value =
        option.required()
            ? "required"
            : text.substring(end + " Default: ".length(), text.length() - 1);
    return String.format(
        "| `%s=%s` | %s | %s |\n",
        option.longestName(),
        option.paramLabel().replace("|", "\\|"),
        value,
        text.substring(0, end - 1));
  }

  private static String columnRow(Schema.Field field) {
    Schema schema = field.schema();
    boolean isNullable = schema.isUnion();
    return String.format(
        "| `%s` | %s | %s | %s |\n",
        field.name(),
        type(isNullable ? schema.getTypes().get(1) : schema),
        isNullable ? "yes" : "",
        field.doc().replace("|", "\\|"));
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case INT -> "int32";
      case LONG -> schema.getProp("logicalType") == null ? "int64" : "timestamp";
      case FLOAT -> "float";
      case DOUBLE -> "double";
      case STRING -> "string";
      default -> throw new AssertionError("no column has the type " + schema);
    };
  }

  private static Schema schema(String name) throws IOException {
    try (InputStream in = RatingBatch.class.getResourceAsStream(name + ".avsc")) {
      return new Schema.Parser().parse(in);
    }
  }

  private static Map<String, String> headers(Path tables) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(tables)) {
      found.forEach(files::add);
    }
    Map<String, String> headers = new TreeMap<>();
    for (Path file : files) {
      String header = Files.readAllLines(file).get(0);
      headers.put(file.getFileName().toString().replace(".csv", ""), header.replace(",", ", "));
    }
    return headers;
  }

  private static String read(String path) throws IOException {
    return Files.readString(ROOT.resolve(path));
  }

  /** The project's folder, whether a test is run from there or from its module. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
