package org.spillway.pipelines.setup;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spillway.data.movielens.Edition;
import org.spillway.data.movielens.ReferenceFigure;
import org.spillway.data.movielens.ReferenceFigures;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.readiness.Expectation;
import org.spillway.transforms.readiness.RunTables;

/**
 * Every figure of a summary table that is known of an edition at the default parameters, as a
 * readiness check (setup spec, section 12).
 */
public final class PublishedFigures {

  /**
   * Figures that no summary table has, of single ratings, movies, tags and slates; and those of the
   * zip itself, which change when sound files are zipped anew.
   */
  private static final Set<String> LEFT_OUT = Set.of("movies", "tags", "input", "archive");

  private static final String SINGLE_ROWS = "movielens_interference_";

  private PublishedFigures() {}

  /** The checks of an edition; none if nothing is known of it. */
  public static List<Expectation> of(Edition edition) {
    return ReferenceFigures.of(edition).all().stream()
        .filter(figure -> !LEFT_OUT.contains(figure.table()))
        .filter(figure -> !figure.table().startsWith(SINGLE_ROWS))
        .<Expectation>map(FigureExpectation::new)
        .toList();
  }

  /** One figure. */
  private record FigureExpectation(
      String table, String row, String column, ReferenceFigure.Kind kind, String value)
      implements Expectation {

    FigureExpectation(ReferenceFigure figure) {
      this(figure.table(), figure.row(), figure.column(), figure.kind(), figure.value());
    }

    @Override
    public Judgement judge(RunTables tables) {
      ReferenceFigure figure = new ReferenceFigure(table, row, column, kind, value);
      @Nullable Object observed = find(tables.table(table), figure);
      return new Judgement(
          "published_" + table + "_" + row + "_" + column,
          "The published figure for this edition of MovieLens at the default parameters.",
          observed,
          value,
          severity(),
          figure.agreesWith(observed),
          List.of());
    }

    /** pandas took spreads in single precision, so that their last digit may be another. */
    private Severity severity() {
      return column.equals("std") ? Severity.WARNING : Severity.ERROR;
    }

    private @Nullable Object find(SummaryTable cells, ReferenceFigure figure) {
      if (figure.place().isPresent()) {
        int index = figure.place().getAsInt() - 1;
        return index < cells.rows().size() ? cells.cell(index, column) : null;
      }
      for (int i = 0; i < cells.rows().size(); i++) {
        if (row.equals(String.valueOf(cells.rows().get(i).get(0)))) {
          return cells.cell(i, column);
        }
      }
      return null;
    }
  }
}
