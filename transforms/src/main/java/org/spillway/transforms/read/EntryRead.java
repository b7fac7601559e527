package org.spillway.transforms.read;

import java.io.IOException;
import java.util.function.Consumer;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RejectedRow;

/** The one way in which an entry is read, whatever is in it. */
final class EntryRead {

  /** Reads an entry's chunks to the end and accounts for its rows. */
  interface Parser {
    void parse(Chunks in, EntryAccount account, long entryBytes) throws IOException;
  }

  private EntryRead() {}

  /**
   * Opens an archive, verifies its structure, finds a CSV, and has it parsed while its data is
   * inflated and verified by another thread.
   *
   * @param csv the file's name, such as {@code ratings.csv}
   * @return the account of the entry, all of which has been verified
   * @throws BadInputException if anything is wrong with the archive, the entry or its rows as a
   *     whole
   */
  static EntryReport of(
      String location,
      String csv,
      ReadSettings settings,
      Consumer<RejectedRow> rejectedRows,
      Parser parser)
      throws IOException {
    try (ZipArchive archive = ZipArchive.open(location, settings.limits())) {
      EntryLocator locator = new EntryLocator(archive.place(), archive.records());
      DirectoryRecord record = locator.csv(csv);
      Place place = archive.place().entry(record.name());
      String expected = Checksums.md5Of(archive, locator, record);
      Md5Check md5 =
          expected == null
              ? null
              : new Md5Check(place, expected, settings.checksumMismatchIsFault());
      EntryAccount account =
          new EntryAccount(
              place, archive.fileName(), settings.maxRejectedShare(), record.bytes(), rejectedRows);
      try (EntryStream stream = archive.open(record);
          ReadAhead in = ReadAhead.of(stream, md5)) {
        parser.parse(new MeteredChunks(in, account.progress()), account, record.bytes());
      } finally {
        account.progress().over();
      }
      account.add(EntryFigures.MD5_MATCHES, md5 != null && md5.matches() ? 1 : 0);
      account.add(EntryFigures.MD5_MISMATCHES, md5 != null && !md5.matches() ? 1 : 0);
      account.progress().done();
      return account.close();
    }
  }
}
