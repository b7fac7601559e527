package org.spillway.schemas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes a {@link SummaryTable}. */
public final class SummaryTableCoder extends WireCoder<SummaryTable> {
  private static final SummaryTableCoder INSTANCE = new SummaryTableCoder();

  private SummaryTableCoder() {}

  /** The coder. */
  public static SummaryTableCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(SummaryTable table, WireOutput out) {
    out.putString(table.name());
    out.putVarLong(table.columns().size());
    table.columns().forEach(out::putString);
    out.putVarLong(table.rows().size());
    for (List<@Nullable Object> row : table.rows()) {
      row.forEach(cell -> Cells.write(cell, out));
    }
  }

  @Override
  public SummaryTable read(WireInput in) {
    String name = in.getString();
    int width = in.getCount();
    List<String> columns = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      columns.add(in.getString());
    }
    int height = in.getCount();
    List<List<@Nullable Object>> rows = new ArrayList<>(height);
    for (int i = 0; i < height; i++) {
      List<@Nullable Object> row = new ArrayList<>(width);
      for (int j = 0; j < width; j++) {
        row.add(Cells.read(in));
      }
      rows.add(row);
    }
    return new SummaryTable(name, columns, rows);
  }
}
