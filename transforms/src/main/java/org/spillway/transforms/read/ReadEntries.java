package org.spillway.transforms.read;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.ArchiveEntryCoder;
import org.spillway.schemas.EntryReport;
import org.spillway.transforms.metrics.StepTime;

/**
 * Lists the entries of each archive, strangers too, but not its folders. The archive's structure is
 * verified, the entries' data is not read.
 *
 * <p>The one report per archive is about its table of entries as a whole, so its {@code entry} is
 * empty: it counts the entries, and in its figures {@link EntryFigures#FOLDERS} and {@link
 * EntryFigures#STRANGERS}. No row is ever rejected.
 *
 * <p>See {@link ReadZipCsv} for what all reads have in common.
 */
@AutoValue
public abstract class ReadEntries
    extends PTransform<PCollection<String>, ReadResult<ArchiveEntry>> {
  static final TupleTag<ArchiveEntry> ENTRIES = new TupleTag<>("entries") {};

  abstract ArchiveLimits limits();

  static ReadEntries create() {
    return new AutoValue_ReadEntries(ArchiveLimits.generous());
  }

  /** Refuses an archive that is over these limits. */
  public ReadEntries withLimits(ArchiveLimits limits) {
    return new AutoValue_ReadEntries(limits);
  }

  @Override
  public ReadResult<ArchiveEntry> expand(PCollection<String> archives) {
    return new ReadResult<>(
        archives.apply(
            "Read entries",
            ParDo.of(new ReadEntriesFn(limits()))
                .withOutputTags(ENTRIES, ReadResult.furtherTags())),
        ENTRIES,
        ArchiveEntryCoder.of());
  }

  static final class ReadEntriesFn extends DoFn<String, ArchiveEntry> {
    private final ArchiveLimits limits;

    ReadEntriesFn(ArchiveLimits limits) {
      this.limits = limits;
    }

    @ProcessElement
    public void processElement(@Element String location, MultiOutputReceiver out)
        throws IOException {
      StepTime.measure(
          () -> {
            try (ZipArchive archive = ZipArchive.open(location, limits)) {
              TreeMap<String, Long> figures = new TreeMap<>();
              figures.put(EntryFigures.FOLDERS, 0L);
              figures.put(EntryFigures.STRANGERS, 0L);
              long entries = 0;
              for (DirectoryRecord record : archive.records()) {
                if (record.isFolder()) {
                  figures.merge(EntryFigures.FOLDERS, 1L, Long::sum);
                  continue;
                }
                if (EntryLocator.isStranger(record)) {
                  figures.merge(EntryFigures.STRANGERS, 1L, Long::sum);
                }
                entries++;
                out.get(ENTRIES)
                    .output(
                        new ArchiveEntry(
                            archive.fileName(),
                            record.name(),
                            record.compressedBytes(),
                            record.bytes(),
                            record.crc32()));
              }
              out.get(ReadResult.REPORTS)
                  .output(new EntryReport(archive.fileName(), "", entries, entries, 0, figures));
            }
          });
    }
  }
}
