package org.spillway.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who takes part: Spillway and the floor always, DuckDB always, Polars and pandas where there is
 * what they need. Who can't take part is told with the reason.
 */
final class Contestants {
  /** The one that the others are compared with. */
  static final String SPILLWAY = "spillway";

  private static final String DUCKDB = "duckdb";
  private static final String POLARS = "polars";
  private static final String PANDAS = "pandas";

  /** All that can be asked for; a name stands for all that begin with it, such as duckdb. */
  static final List<String> NAMES =
      List.of(SPILLWAY, "duckdb-piped", "duckdb-extracted", "inflate", POLARS, PANDAS);

  private final Path home;
  private final Path cache;
  private final int userModulus;
  private final String javaOpts;
  private final List<Contestant> present = new ArrayList<>();
  private final Map<String, String> absent = new LinkedHashMap<>();

  private Contestants(Path home, Path cache, int userModulus, String javaOpts) {
    this.home = home;
    this.cache = cache;
    this.userModulus = userModulus;
    this.javaOpts = javaOpts;
  }

  /**
   * Looks who can take part; installs what Polars needs if it isn't there.
   *
   * @param home Spillway's folder, with the launcher
   * @param cache where to install
   * @param only names, or how they begin; empty for all
   * @param userModulus the job's option
   * @param javaOpts arguments for the JVM of {@code prepare}; may be empty
   */
  static Contestants find(
      Path home, Path cache, List<String> only, int userModulus, String javaOpts)
      throws IOException, InterruptedException {
    Contestants contestants = new Contestants(home, cache, userModulus, javaOpts);
    for (String name : NAMES) {
      if (only.isEmpty() || only.stream().anyMatch(name::startsWith)) {
        contestants.add(name);
      }
    }
    return contestants;
  }

  /** In the order in which they run. */
  List<Contestant> present() {
    return List.copyOf(present);
  }

  /** Why others that were asked for don't take part, by name. */
  Map<String, String> absent() {
    return Map.copyOf(absent);
  }

  private void add(String name) throws IOException, InterruptedException {
    switch (name) {
      case SPILLWAY -> present.add(spillway(home, userModulus, javaOpts));
      case POLARS -> addPolars();
      case PANDAS -> addPandas();
      case "inflate" ->
          present.add(
              new Contestant(
                  name,
                  "the floor: inflates the ratings with java.util.zip, and nothing else",
                  Contestant.Results.NONE,
                  Map.of(),
                  (archive, output) -> java(InflateEntry.class, archive.toString())));
      default -> addDuckDb(name);
    }
  }

  /** {@code prepare} by the launcher, as a user runs it. */
  static Contestant spillway(Path home, int userModulus, String javaOpts) {
    return new Contestant(
        SPILLWAY,
        "prepare on the Direct runner: all tables and files, and figures, report and manifest",
        Contestant.Results.ALL,
        javaOpts.isEmpty() ? Map.of() : Map.of("SPILLWAY_JAVA_OPTS", javaOpts),
        (archive, output) ->
            List.of(
                home.resolve("spillway").toString(),
                "prepare",
                "--input=" + archive,
                "--output=" + output,
                "--userModulus=" + userModulus,
                "--overwrite"));
  }

  private void addDuckDb(String name) {
    String input = name.substring(DUCKDB.length() + 1);
    present.add(
        new Contestant(
            name,
            "DuckDB SQL, the CSVs "
                + (input.equals("piped") ? "inflated into named pipes" : "extracted first"),
            Contestant.Results.ALL,
            Map.of(),
            (archive, output) ->
                java(
                    DuckDbJob.class,
                    archive.toString(),
                    output.toString(),
                    Integer.toString(userModulus),
                    input)));
  }

  private void addPolars() throws IOException, InterruptedException {
    Optional<String> node = onPath("node");
    Optional<String> npm = onPath("npm");
    Optional<String> unzip = onPath("bsdtar").or(() -> onPath("unzip"));
    if (node.isEmpty() || npm.isEmpty() || unzip.isEmpty()) {
      absent.put(POLARS, "needs node, npm, and bsdtar or unzip on the PATH");
      return;
    }
    Path folder = Files.createDirectories(cache.resolve(POLARS));
    if (!isInstalled(folder)) {
      resource("polars/package.json", folder.resolve("package.json"));
      try {
        ChildProcess.of(
                List.of(
                    npm.get(),
                    "install",
                    "--prefix=" + folder,
                    "--no-audit",
                    "--no-fund",
                    "--no-package-lock",
                    "--fetch-retries=0"))
            .run(folder.resolve("npm.log"));
      } catch (ChildFailedException e) {
        absent.put(POLARS, "npm could not install it; see " + folder.resolve("npm.log"));
        return;
      }
    }
    resource("polars/job.mjs", folder.resolve("job.mjs"));
    present.add(
        new Contestant(
            POLARS,
            "Polars in Node.js, the zip extracted first by "
                + Path.of(unzip.get()).getFileName()
                + "; no figures, no report",
            Contestant.Results.ALL,
            Map.of(),
            (archive, output) ->
                List.of(
                    node.get(),
                    folder.resolve("job.mjs").toString(),
                    archive.toString(),
                    output.toString(),
                    Integer.toString(userModulus),
                    unzip.get())));
  }

  /** Whether Polars is there, in the versions that are asked for. */
  private static boolean isInstalled(Path folder) throws IOException {
    Path asked = folder.resolve("package.json");
    if (!Files.exists(asked) || !Files.exists(folder.resolve("node_modules/nodejs-polars"))) {
      return false;
    }
    try (InputStream in = Contestants.class.getResourceAsStream("polars/package.json")) {
      return Arrays.equals(in.readAllBytes(), Files.readAllBytes(asked));
    }
  }

  private void addPandas() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(cache.resolve(PANDAS));
    for (String python : List.of("python3", "/usr/bin/python3")) {
      Optional<String> found = onPath(python);
      if (found.isPresent() && imports(found.get(), folder)) {
        Path job = folder.resolve("job.py");
        resource("pandas/job.py", job);
        present.add(
            new Contestant(
                PANDAS,
                "the notebook's pandas as a script, pickles for Parquet; no figures, no report",
                Contestant.Results.TABLES,
                Map.of(),
                (archive, output) ->
                    List.of(
                        found.get(),
                        job.toString(),
                        archive.toString(),
                        output.toString(),
                        Integer.toString(userModulus))));
        return;
      }
    }
    absent.put(PANDAS, "needs a python3 that can import pandas");
  }

  private static boolean imports(String python, Path folder)
      throws IOException, InterruptedException {
    try {
      ChildProcess.of(List.of(python, "-c", "import pandas")).run(folder.resolve("import.log"));
      return true;
    } catch (ChildFailedException e) {
      return false;
    }
  }

  /** The program's file: of a path itself, of a name the first on the PATH. */
  static Optional<String> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /** A main class of ours on the JVM that runs this, set for a short run. */
  private static List<String> java(Class<?> main, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(args));
    return command;
  }

  private static void resource(String name, Path file) throws IOException {
    try (InputStream in = Contestants.class.getResourceAsStream(name)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
