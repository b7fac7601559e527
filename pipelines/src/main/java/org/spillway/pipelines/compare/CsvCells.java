package org.spillway.pipelines.compare;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;

/** A published CSV file as a table of texts. */
final class CsvCells {

  private CsvCells() {}

  /**
   * The table of a CSV text with a header row; an empty cell becomes null.
   *
   * @throws IOException if the text is not such a table
   */
  static SummaryTable table(String name, String csv) throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try {
      List<CsvRecord> records = CsvReader.builder().ofCsvRecord(csv).stream().toList();
      if (records.isEmpty()) {
        throw new IOException("the table " + name + ".csv must have a header, but is empty");
      }
      for (CsvRecord row : records.subList(1, records.size())) {
        List<@Nullable Object> cells = new ArrayList<>();
        row.getFields().forEach(cell -> cells.add(cell.isEmpty() ? null : cell));
        rows.add(cells);
      }
      return new SummaryTable(name, records.get(0).getFields(), rows);
    } catch (CsvParseException | IllegalArgumentException e) {
      throw new IOException("the table " + name + ".csv is damaged: " + e.getMessage(), e);
    }
  }
}
