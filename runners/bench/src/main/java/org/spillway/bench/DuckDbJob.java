package org.spillway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The main job as DuckDB would do it: {@code duckdb.sql} on an archive's four CSVs, which DuckDB
 * cannot read inside a zip. They are inflated into named pipes as it reads, or extracted first.
 *
 * <p>A program of its own, so that it is measured as a whole process.
 */
public final class DuckDbJob {
  private static final List<String> CSVS = List.of("ratings", "movies", "tags", "links");
  private static final int BUFFER = 1 << 18;

  private final ZipFile zip;
  private final Path archive;
  private final Path output;

  private DuckDbJob(ZipFile zip, Path archive, Path output) {
    this.zip = zip;
    this.archive = archive;
    this.output = output;
  }

  /** How DuckDB gets at the archive's entries. */
  public enum Input {
    /** Each entry is inflated into a named pipe while DuckDB reads from it. */
    PIPED,
    /** The four CSVs are written to disk before DuckDB starts. */
    EXTRACTED
  }

  /**
   * Runs the job.
   *
   * @param args the archive, the output folder, the user modulus, and {@code piped} or {@code
   *     extracted}
   */
  public static void main(String[] args) throws Exception {
    run(
        Path.of(args[0]),
        Path.of(args[1]),
        Integer.parseInt(args[2]),
        Input.valueOf(args[3].toUpperCase(Locale.ROOT)));
    // A feeder of a pipe that nobody has emptied is not waited for.
    System.exit(0);
  }

  /** Reads an archive, and writes the tables and the Parquet files into an empty folder. */
  public static void run(Path archive, Path output, int userModulus, Input input)
      throws IOException, InterruptedException, SQLException {
    Files.createDirectories(output.resolve("processed"));
    Files.createDirectories(output.resolve("writeup/tables"));
    Path inputs = Files.createDirectories(output.resolve("input"));
    try (ZipFile zip = new ZipFile(archive.toFile(), UTF_8)) {
      DuckDbJob job = new DuckDbJob(zip, archive, output);
      Map<String, String> files = new TreeMap<>();
      if (input == Input.PIPED) {
        job.makePipes(inputs);
      }
      for (String csv : CSVS) {
        Path file = inputs.resolve(csv + ".csv");
        files.put(csv, file.toString());
        if (input == Input.EXTRACTED) {
          job.inflate(csv, file);
        } else {
          job.feed(csv, file);
        }
      }
      job.query(files, userModulus);
    }
  }

  private void makePipes(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mkfifo"));
    CSVS.forEach(csv -> command.add(folder.resolve(csv + ".csv").toString()));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("mkfifo failed with exit code " + exit);
    }
  }

  private void feed(String csv, Path pipe) {
    Thread feeder =
        new Thread(
            () -> {
              try {
                inflate(csv, pipe);
              } catch (IOException e) {
                // Of the tags, DuckDB closes the pipe when it has as many as it wants.
                if (!"tags".equals(csv)) {
                  throw new UncheckedIOException(e);
                }
              }
            },
            "inflate-" + csv);
    feeder.setDaemon(true);
    feeder.start();
  }

  private void inflate(String csv, Path file) throws IOException {
    try (InputStream in = zip.getInputStream(entry(csv));
        OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
  }

  private ZipEntry entry(String csv) {
    return ArchiveEntries.csv(zip, csv);
  }

  private void query(Map<String, String> files, int userModulus) throws IOException, SQLException {
    String root = entry("ratings").getName().replaceAll("ratings\\.csv$", "");
    String sql = script().replace("${root}", quoted(root));
    for (Map.Entry<String, String> file : files.entrySet()) {
      sql = sql.replace("${" + file.getKey() + "}", quoted(file.getValue()));
    }
    sql =
        sql.replace("${processed}", quoted(output.resolve("processed").toString()))
            .replace("${tables}", quoted(output.resolve("writeup/tables").toString()));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET VARIABLE modulus = " + userModulus);
      statement.execute("SET VARIABLE archive = '" + quoted(name(archive)) + "'");
      writeEntries(connection);
      for (String part : sql.strip().split(";\\s*\n", -1)) {
        statement.execute(part);
      }
    }
  }

  private void writeEntries(Connection connection) throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.execute(
          "CREATE TEMP TABLE archive_entries (name VARCHAR, compressed BIGINT, uncompressed"
              + " BIGINT)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO archive_entries VALUES (?, ?, ?)")) {
      for (ZipEntry entry : ArchiveEntries.files(zip)) {
        insert.setString(1, entry.getName());
        insert.setLong(2, entry.getCompressedSize());
        insert.setLong(3, entry.getSize());
        insert.execute();
      }
    }
  }

  private static String script() throws IOException {
    try (InputStream in = DuckDbJob.class.getResourceAsStream("duckdb.sql")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String quoted(String text) {
    return text.replace("'", "''");
  }
}
