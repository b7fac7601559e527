package org.spillway.data.movielens;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.spillway.data.movielens.ReferenceFigure.Kind;

/**
 * The published figures of an edition (setup spec, section 12), in the order in which they were
 * printed. Immutable.
 *
 * <p>Tables are named as in the setup spec. Rows that were printed of a file, not of a table, are
 * under the file's name without its extension: {@code movies}, {@code tags}, {@code
 * movielens_interference_ratings_sample}, {@code movielens_interference_slate_seed} and {@code
 * movielens_interference_setup_readiness}. The table {@code input} holds facts of the archive
 * itself.
 */
public final class ReferenceFigures {
  private static final ReferenceFigures ML_32M = load("ml-32m-figures.csv");
  private static final ReferenceFigures NONE = new ReferenceFigures(List.of());

  private final List<ReferenceFigure> figures;

  private ReferenceFigures(List<ReferenceFigure> figures) {
    this.figures = List.copyOf(figures);
  }

  /** The figures for ml-32m, valid at the pipeline's default parameters. */
  public static ReferenceFigures ml32m() {
    return ML_32M;
  }

  /** The figures for an edition; none but ml-32m has any. */
  public static ReferenceFigures of(Edition edition) {
    return edition == Edition.ML_32M ? ML_32M : NONE;
  }

  /** All figures. */
  public List<ReferenceFigure> all() {
    return figures;
  }

  /** The names of the tables that have figures. */
  public Set<String> tables() {
    Set<String> tables = new LinkedHashSet<>();
    figures.forEach(figure -> tables.add(figure.table()));
    return tables;
  }

  /** The figures of one table; empty if it has none. */
  public List<ReferenceFigure> of(String table) {
    return figures.stream().filter(figure -> figure.table().equals(table)).toList();
  }

  /** One figure, by its table, {@linkplain ReferenceFigure#row() row} and column. */
  public Optional<ReferenceFigure> find(String table, String row, String column) {
    return figures.stream()
        .filter(
            figure ->
                figure.table().equals(table)
                    && figure.row().equals(row)
                    && figure.column().equals(column))
        .findFirst();
  }

  private static ReferenceFigures load(String resource) {
    try (InputStream in =
            Objects.requireNonNull(ReferenceFigures.class.getResourceAsStream(resource), resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<ReferenceFigure> figures = new ArrayList<>();
      reader.lines().skip(1).forEach(line -> figures.add(parse(line)));
      return new ReferenceFigures(figures);
    } catch (IOException e) {
      throw new UncheckedIOException("the module's own " + resource + " cannot be read", e);
    }
  }

  /** The value comes last and runs to the end of the line, so nothing in the file is quoted. */
  private static ReferenceFigure parse(String line) {
    String[] cells = line.split(",", 5);
    return new ReferenceFigure(
        cells[0], cells[1], cells[2], Kind.valueOf(cells[3].toUpperCase(Locale.ROOT)), cells[4]);
  }
}
