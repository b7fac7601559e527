package org.spillway.transforms.read;

import java.io.IOException;
import java.io.Serializable;
import java.util.function.Consumer;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RejectedRow;

/**
 * Reads one file of an archive to its end.
 *
 * @param <T> what holds the records
 */
interface EntryReader<T> extends Serializable {

  /** Reads the file, hands on what is in it, and accounts for it. */
  EntryReport read(String archive, Consumer<RejectedRow> rejected, Consumer<T> records)
      throws IOException;
}
