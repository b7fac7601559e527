package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What zip64 says a second time, and wider. */
class Zip64Test {
  private static final String DAMAGED = ": the entry's extra fields are damaged; expected ";
  private static final String END_DAMAGED = ": the zip's end is damaged; expected ";
  private static final String DISAGREE = ": the zip's two end records disagree; expected ";
  private static final String LOCAL =
      ": the local header contradicts the central directory; expected ";
  private static final byte[] TIMES = {'U', 'T', 5, 0, 1, 0, 0, 0, 0};

  @TempDir Path folder;

  /** Changes of a zip with a zip64 end. */
  static Stream<Arguments> refusedEnds() {
    return Stream.of(
        end(
            "entries",
            zip -> zip.onEnd = end -> end.putShort(10, (short) 3),
            "INPUT-006",
            DISAGREE + "2 entries, found 3 entries"),
        end(
            "entries on this disk",
            zip -> zip.onEnd = end -> end.putShort(8, (short) 1),
            "INPUT-006",
            DISAGREE + "2 entries on this disk, found 1 entries on this disk"),
        end(
            "disk",
            zip -> zip.onEnd = end -> end.putShort(4, (short) 1),
            "INPUT-006",
            DISAGREE + "0 as its disk, found 1 as its disk"),
        end(
            "directory's disk",
            zip -> zip.onEnd = end -> end.putShort(6, (short) 7),
            "INPUT-006",
            DISAGREE + "0 as the directory's disk, found 7 as"),
        end(
            "size",
            zip -> zip.onEnd = end -> end.putInt(12, 118),
            "INPUT-006",
            DISAGREE + "119 bytes of directory, found 118"),
        end(
            "offset",
            zip -> zip.onEnd = end -> end.putInt(16, 0),
            "INPUT-006",
            DISAGREE + "162 as the directory's offset, found 0"),
        end(
            "entries of the wide record",
            zip -> zip.onEnd64 = end -> end.putLong(32, 3),
            "INPUT-006",
            ": the zip's end counts its entries in two ways"),
        end(
            "negative entries",
            zip -> zip.onEnd64 = end -> end.putLong(24, -1).putLong(32, -1),
            "INPUT-006",
            ": the central directory has another number of entries than the"),
        end(
            "negative size",
            zip -> zip.onEnd64 = end -> end.putLong(40, -119),
            "INPUT-003",
            ": the central directory lies outside the file"),
        end(
            "negative offset",
            zip -> zip.onEnd64 = end -> end.putLong(48, -1),
            "INPUT-003",
            ": the central directory lies outside the file"),
        end(
            "size and offset that overflow to the right sum",
            zip ->
                zip.onEnd64 =
                    end -> end.putLong(40, Long.MAX_VALUE).putLong(48, Long.MIN_VALUE + 282),
            "INPUT-003",
            ": the central directory lies outside the file"),
        end(
            "shorter directory",
            zip -> zip.onEnd64 = end -> end.putLong(40, 118),
            "INPUT-010",
            ": data before the zip's first record or around its central"),
        end(
            "disk of the wide record",
            zip -> zip.onEnd64 = end -> end.putInt(16, 1),
            "INPUT-004",
            ": the archive is split; expected a single file, found disk 2"),
        end(
            "signature",
            zip -> zip.onEnd64 = end -> end.putInt(0, 0x06064b51),
            "INPUT-005",
            END_DAMAGED + "a zip64 end record at offset 281, found something"),
        end(
            "length",
            zip -> zip.onEnd64 = end -> end.putLong(4, 45),
            "INPUT-005",
            END_DAMAGED + "a zip64 end record at offset 281, found something"),
        end(
            "locator elsewhere",
            zip -> zip.onLocator = locator -> locator.putLong(8, 0),
            "INPUT-005",
            END_DAMAGED + "the zip64 end record at offset 281, found offset 0"),
        end(
            "locator behind the file",
            zip -> zip.onLocator = l -> l.putLong(8, 1L << 40),
            "INPUT-005",
            END_DAMAGED + "the zip64 end record at offset 281, found offset 10"),
        end(
            "locator before the file",
            zip -> zip.onLocator = l -> l.putLong(8, -1),
            "INPUT-005",
            END_DAMAGED + "the zip64 end record at offset 281, found offset 18"),
        end(
            "locator of another disk",
            zip -> zip.onLocator = l -> l.putInt(4, 1),
            "INPUT-004",
            ": the archive is split; expected a single file, found 1 disks"),
        end(
            "locator of two disks",
            zip -> zip.onLocator = l -> l.putInt(16, 2),
            "INPUT-004",
            ": the archive is split; expected a single file, found 2 disks"),
        end(
            "locator of more disks than a signed number counts",
            zip -> zip.onLocator = l -> l.putInt(16, -1),
            "INPUT-004",
            ": the archive is split; expected a single file, found 4294967295 disks"),
        end(
            "no locator",
            zip -> zip.onLocator = locator -> locator.putInt(0, 0),
            "INPUT-005",
            END_DAMAGED + "a zip64 end record, which the end record asks for"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedEnds")
  void refusesEnds(String name, Consumer<RawZip> change, String code, String message) {
    RawZip zip = RawZip.sound();
    zip.isZip64 = true;
    change.accept(zip);

    assertRefused(name, zip, code, message);
  }

  /** Changes of an entry with both sizes in zip64 fields. */
  static Stream<Arguments> refusedFields() {
    return Stream.of(
        entry(
            "size that disagrees",
            e -> e.extra = field(54, 53),
            "INPUT-007",
            LOCAL + "uncompressed size 54 in the local header, found 53"),
        entry(
            "local size that disagrees",
            e -> e.localExtra = field(53, 54),
            "INPUT-007",
            LOCAL + "compressed size 53 in the local header, found 54"),
        entry(
            "negative size",
            e -> e.extra = field(-1, 53),
            "INPUT-005",
            DAMAGED + "sizes of less than 2^63, found larger ones"),
        entry(
            "negative compressed size",
            e -> e.extra = field(53, Long.MIN_VALUE),
            "INPUT-005",
            DAMAGED + "sizes of less than 2^63, found larger ones"),
        entry(
            "negative local size",
            e -> e.localExtra = field(-53, 53),
            "INPUT-005",
            DAMAGED + "sizes of less than 2^63, found larger ones"),
        entry(
            "negative offset",
            e -> {
              e.onRecord = record -> record.putInt(42, -1);
              e.extra = field(53, 53, -1);
            },
            "INPUT-005",
            DAMAGED + "sizes of less than 2^63, found larger ones"),
        entry("size beyond the file", e -> e.extra = field(53, Long.MAX_VALUE), "INPUT-007", LOCAL),
        entry(
            "both sizes beyond the file",
            e -> {
              e.extra = field(53, Long.MAX_VALUE);
              e.localExtra = e.extra;
            },
            "INPUT-008",
            ": the entry overlaps what follows it"),
        entry(
            "none",
            e -> e.extra = new byte[0],
            "INPUT-005",
            DAMAGED + "a zip64 field with the sizes, found none, or one too"),
        entry(
            "none in the local header",
            e -> e.localExtra = TIMES,
            "INPUT-005",
            DAMAGED + "a zip64 field with the sizes, found none, or one too"),
        entry(
            "too short",
            e -> e.extra = field(53),
            "INPUT-005",
            DAMAGED + "a zip64 field with the sizes, found none, or one too"),
        entry(
            "two",
            e -> e.extra = RawZip.concat(e.extra, TIMES, e.extra),
            "INPUT-005",
            DAMAGED + "one zip64 field, found two"),
        entry(
            "two in the local header",
            e -> e.localExtra = RawZip.concat(field(), e.extra),
            "INPUT-005",
            DAMAGED + "one zip64 field, found two"),
        entry(
            "another field overruns",
            e -> e.extra = RawZip.concat(e.extra, overrun()),
            "INPUT-005",
            DAMAGED + "an extra field of 9 bytes, found 2 bytes"),
        entry(
            "local field overruns",
            e -> e.localExtra = RawZip.concat(e.extra, overrun()),
            "INPUT-005",
            DAMAGED + "an extra field of 9 bytes, found 2 bytes"),
        entry(
            "3 bytes behind it",
            e -> e.extra = RawZip.concat(e.extra, new byte[3]),
            "INPUT-005",
            DAMAGED + "an extra field of at least 4 bytes, found 3 bytes"),
        entry(
            "1 byte behind it",
            e -> e.localExtra = RawZip.concat(e.extra, new byte[1]),
            "INPUT-005",
            DAMAGED + "an extra field of at least 4 bytes, found 1 bytes"),
        entry(
            "offset that was not asked for",
            e -> e.extra = field(53, 53, 1),
            "INPUT-005",
            DAMAGED + "a zip64 field that agrees with the record, found another"),
        entry(
            "more than there is to say",
            e -> e.extra = field(53, 53, 0, 0),
            "INPUT-005",
            DAMAGED + "a zip64 field that agrees with the record, found another"),
        entry(
            "disk asked for, but not there",
            e -> e.onRecord = record -> record.putShort(34, (short) -1),
            "INPUT-005",
            DAMAGED + "a zip64 field with the sizes, found none, or one too short"),
        entry(
            "disk asked for, another",
            e -> {
              e.onRecord = record -> record.putShort(34, (short) -1);
              e.extra = withDisk(2, 53, 53);
            },
            "INPUT-004",
            ": the archive is split; expected disk 1, found disk 3"),
        entry(
            "another disk",
            e -> e.extra = withDisk(1, 53, 53),
            "INPUT-005",
            DAMAGED + "a zip64 field that agrees with the record, found another"),
        entry(
            "sizes that were not asked for",
            e -> {
              e.bytes = 53;
              e.compressedBytes = 53;
              e.extra = field(53, 52);
            },
            "INPUT-005",
            DAMAGED + "a zip64 field that agrees with the record, found another"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedFields")
  void refusesFields(String name, Consumer<RawZip.Entry> change, String code, String message) {
    RawZip zip = RawZip.sound();
    zip.ratings().setZip64();
    change.accept(zip.ratings());

    assertRefused(name, zip, code, "!ml/ratings.csv" + message);
  }

  static Stream<Arguments> acceptedZips() {
    return Stream.of(
        accepted(
            "further fields", zip -> zip.ratings().extra = RawZip.concat(TIMES, field(53, 53))),
        accepted("offset too", zip -> zip.ratings().extra = field(53, 53, 0)),
        accepted("disk too", zip -> zip.ratings().extra = withDisk(0, 53, 53, 0)),
        accepted(
            "disk that is asked for",
            zip -> {
              zip.ratings().onRecord = record -> record.putShort(34, (short) -1);
              zip.ratings().extra = withDisk(0, 53, 53);
            }),
        accepted("disk, but no offset", zip -> zip.ratings().extra = withDisk(0, 53, 53)),
        accepted(
            "offset alone",
            zip -> {
              zip.entries.get(1).onRecord = record -> record.putInt(42, -1);
              zip.entries.get(1).extra = field(117);
            }),
        accepted(
            "sizes, though not asked for",
            zip -> {
              zip.entries.get(1).extra = field(22, 22);
              zip.entries.get(1).localExtra = field(22, 22);
            }),
        accepted(
            "local offset, though not asked for",
            zip -> {
              zip.entries.get(1).extra = field(22, 22);
              zip.entries.get(1).localExtra = field(22, 22, 117);
            }),
        accepted("in the directory only", zip -> setLocal(zip.ratings(), 53, new byte[0])),
        accepted("an empty field", zip -> setLocal(zip.ratings(), 53, field())),
        accepted(
            "narrow end record that says all",
            zip -> {
              zip.isZip64 = true;
              int fieldBytes = zip.ratings().extra.length;
              zip.onEnd =
                  end ->
                      end.putShort(8, (short) 2)
                          .putShort(10, (short) 2)
                          .putInt(12, 119 + fieldBytes)
                          .putInt(16, 162 + fieldBytes);
            }),
        accepted(
            "disks left to the wide record",
            zip -> {
              zip.isZip64 = true;
              zip.onEnd = end -> end.putInt(4, -1);
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acceptedZips")
  void accepts(String name, Consumer<RawZip> change) throws IOException {
    RawZip zip = RawZip.sound();
    zip.ratings().setZip64();
    change.accept(zip);

    assertThat(
        name, Reading.ratings(folder, zip.toBytes()).rows(), is(List.of("1,17,8,944249077")));
  }

  private void assertRefused(String name, RawZip zip, String code, String message) {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> ZipArchive.open(TestZip.write(folder, zip.toBytes()), ArchiveLimits.generous()),
            name);

    assertThat(name, e.getMessage(), startsWith(code + " " + folder.resolve("test.zip") + message));
  }

  private static byte[] field(long... numbers) {
    return RawZip.zip64Field(numbers);
  }

  private static byte[] withDisk(int disk, long... numbers) {
    byte[] field = RawZip.concat(field(numbers), new byte[] {(byte) disk, 0, 0, 0});
    field[2] = (byte) (field.length - 4);
    return field;
  }

  /** A field of 9 bytes of which 2 are there. */
  private static byte[] overrun() {
    return "UT\u0009\u0000ab".getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void setLocal(RawZip.Entry entry, long bytes, byte[] extra) {
    entry.localBytes = bytes;
    entry.localCompressedBytes = bytes;
    entry.localExtra = extra;
  }

  private static Arguments accepted(String name, Consumer<RawZip> change) {
    return arguments(name, change);
  }

  private static Arguments end(String name, Consumer<RawZip> change, String code, String message) {
    return arguments(name, change, code, message);
  }

  private static Arguments entry(
      String name, Consumer<RawZip.Entry> change, String code, String message) {
    return arguments(name, change, code, message);
  }
}
