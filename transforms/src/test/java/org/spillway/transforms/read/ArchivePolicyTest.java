package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy for bad archives, row by row. */
class ArchivePolicyTest {
  private static final String CSV = "userId,movieId,rating,timestamp\r\n1,17,4.0,944249077\r\n";
  private static final String MD5 = "2e2e5a24d10ea2ce4a2e0d9d1b3cb2a0";

  /** Deflated data of no bytes: a last block, stored, of length 0. */
  private static final byte[] EMPTY_BLOCK = {1, 0, 0, -1, -1};

  @TempDir Path folder;

  static Stream<Arguments> refusedArchives() {
    return Stream.of(
        refused(
            "two counts in the end record",
            zip -> zip.entriesMissingOnDisk = 1,
            "INPUT-006 %s: the zip's end counts its entries in two ways; expected 2 entries, found"
                + " 1 on this disk; re-zip the files"),
        refused(
            "one entry more than counted",
            zip -> {
              zip.entriesMissingOnDisk = 1;
              zip.entriesMissingInAll = 1;
            },
            "INPUT-006 %s: the central directory has another number of entries than the zip's end"
                + " says; expected 1 entries, found 2; re-zip the files"),
        refused(
            "multi-disk",
            zip -> zip.disk = 1,
            "INPUT-004 %s: the archive is split; expected a single file, found disk 2; join its"
                + " parts (zip -s 0)"),
        refused(
            "local header that runs into the directory",
            zip -> zip.entries.get(1).onLocalHeader = header -> header.putShort(28, (short) 0x7fff),
            "INPUT-007 %s!ml/movies.csv: the local header contradicts the central directory;"
                + " expected a local header before the central directory, found one that runs into"
                + " it; re-zip the files"),
        refused(
            "CRC",
            zip -> {
              zip.ratings().crc32 = 1;
              zip.ratings().localCrc32 = 1;
            },
            "INPUT-018 %s!ml/ratings.csv: the CRC-32 differs: the entry is damaged; expected"
                + " 00000001, found 0c7b6509; download or copy the archive again"),
        refused(
            "inflates to more",
            zip -> {
              zip.ratings().deflate();
              zip.ratings().bytes -= 1;
              zip.ratings().localBytes -= 1;
            },
            "INPUT-017 %s!ml/ratings.csv: the entry inflates to more than the directory says;"
                + " expected 52 bytes, found at least 53; download or copy the archive again"),
        refused(
            "inflates to less",
            zip -> {
              zip.ratings().deflate();
              zip.ratings().bytes += 1;
              zip.ratings().localBytes += 1;
            },
            "INPUT-017 %s!ml/ratings.csv: the entry inflates to less than the directory says;"
                + " expected 54 bytes, found 53; download or copy the archive again"),
        refused(
            "stored, of two sizes",
            zip -> {
              zip.ratings().bytes += 1;
              zip.ratings().localBytes += 1;
            },
            "INPUT-017 %s!ml/ratings.csv: the directory's sizes of the entry are impossible;"
                + " expected 53 bytes, as many as are stored, found 54; download or copy the"
                + " archive again"),
        refused(
            "compressed data ends early",
            zip -> {
              zip.ratings().setMethod(8);
              zip.ratings().setData(Arrays.copyOf(EMPTY_BLOCK, 7));
            },
            "INPUT-017 %s!ml/ratings.csv: the compressed data ends early; expected 7 compressed"
                + " bytes, found 5; download or copy the archive again"),
        refused(
            "compressed data breaks off",
            zip -> {
              zip.ratings().deflate();
              zip.ratings().setData(Arrays.copyOf(zip.ratings().data, 20));
            },
            "INPUT-016 %s!ml/ratings.csv: the compressed data is damaged; expected whole deflated"
                + " data, found data that breaks off; download or copy the archive again"),
        refused(
            "not deflated",
            zip -> {
              zip.ratings().setMethod(8);
              zip.ratings().setData(new byte[] {-1, -1, -1});
            },
            "INPUT-016 %s!ml/ratings.csv: the compressed data is damaged; expected whole deflated"
                + " data, found an unknown block type; download or copy the archive again"),
        refused(
            "local name",
            zip -> zip.ratings().localName = bytes("ml/ratings.txt"),
            disagrees("the same name in the local header", "'ml/ratings.txt'")),
        refused(
            "local method",
            zip -> zip.ratings().localMethod = 8,
            disagrees("method 0 in the local header", "8")),
        refused(
            "local flags",
            zip -> zip.ratings().localFlags = 1 << 11,
            disagrees("flags 0 in the local header", "2048")),
        refused(
            "local size",
            zip -> zip.ratings().localBytes = 12,
            disagrees("uncompressed size 53 in the local header", "12")),
        refused(
            "local compressed size",
            zip -> zip.ratings().localCompressedBytes = 12,
            disagrees("compressed size 53 in the local header", "12")),
        refused(
            "local CRC",
            zip -> zip.ratings().localCrc32 = 12,
            disagrees("CRC-32 209413385 in the local header", "12")),
        refused(
            "data descriptor",
            zip -> {
              zip.ratings().setDescriptor(true, false);
              zip.ratings().after[5] ^= 1;
            },
            disagrees("a data descriptor with the directory's CRC-32 and sizes", "another")),
        refused(
            "no data descriptor",
            zip -> zip.ratings().setFlags(1 << 3),
            disagrees("a data descriptor, which its flags announce", "none")),
        refused(
            "data descriptor of another signature",
            zip -> {
              zip.ratings().setDescriptor(true, false);
              zip.ratings().after[0] ^= 1;
            },
            disagrees("a data descriptor with the directory's CRC-32 and sizes", "another")),
        refusedBehind(4),
        refusedBehind(8),
        refusedBehind(13),
        refusedBehind(18),
        refusedBehind(28),
        refused(
            "no local header",
            zip -> zip.ratings().offset = 3,
            "INPUT-010 %s: data before the zip's first record; expected offset 0, found 3 bytes"
                + " before it; re-zip the files"),
        refused(
            "two entries at one place",
            zip -> {
              zip.entries.get(1).offset = 0;
              zip.entries.get(1).localName = zip.ratings().name;
            },
            "INPUT-008 %s!ml/ratings.csv: the entry overlaps what follows it; expected its end at"
                + " or before offset 0, found 97; do not use this archive: re-zip the files"),
        refused(
            "duplicate name",
            zip -> zip.add("ml/movies.csv", ""),
            "INPUT-009 %s!ml/movies.csv: the name occurs twice; expected every name once, found it"
                + " again at record 3; re-zip the files, each once"),
        refused(
            "data before the first record",
            zip -> zip.before = bytes("#!/bin/sh\n"),
            "INPUT-010 %s: data before the zip's first record; expected offset 0, found 10 bytes"
                + " before it; re-zip the files"),
        refused(
            "data before the first record, offsets of the zip alone",
            zip -> {
              zip.before = bytes("#!/bin/sh\n");
              zip.ratings().offset = 0;
              zip.directoryOffsetShift = -10;
            },
            "INPUT-010 %s: data before the zip's first record or around its central directory;"
                + " expected a directory that ends at offset 291, found one that ends at offset"
                + " 281; re-zip the files"),
        refused(
            "data after the last record",
            zip -> zip.afterEnd = bytes("more"),
            "INPUT-010 %s: data after the zip's last record; expected a comment of 0 bytes at the"
                + " end of the file, found 4 bytes; re-zip the files"),
        refused(
            "a zip in the comment",
            zip -> zip.comment = new RawZip().toBytes(),
            "INPUT-010 %s: the zip ends in two ways, one within the comment of the other; expected"
                + " one end record whose comment ends with the file, found two, at offsets 281 and"
                + " 303; re-zip the files"),
        refused(
            "data behind an entry",
            zip -> zip.ratings().after = bytes("more"),
            "INPUT-010 %s!ml/ratings.csv: data behind the entry; expected the next record, found 4"
                + " bytes before it; re-zip the files"),
        refused(
            "data before the directory",
            zip -> zip.beforeDirectory = bytes("more"),
            "INPUT-010 %s!ml/movies.csv: data behind the entry; expected the next record, found 4"
                + " bytes before it; re-zip the files"),
        refused(
            "..",
            zip -> zip.ratings().setName(bytes("../ratings.csv")),
            unsafe("!../ratings.csv", "a name within the archive", "'..'")),
        refused(
            "absolute",
            zip -> zip.ratings().setName(bytes("/ratings.csv")),
            unsafe("!/ratings.csv", "a relative name", "an absolute one")),
        refused(
            "drive",
            zip -> zip.ratings().setName(bytes("C:ratings.csv")),
            unsafe("!C:ratings.csv", "a relative name", "an absolute one")),
        refused(
            "backslash",
            zip -> zip.ratings().setName(bytes("ml\\ratings.csv")),
            unsafe("!ml\\ratings.csv", "folders separated by /", "a backslash")),
        refused(
            "NUL",
            zip -> zip.ratings().setName(bytes("ml/ratings.csv\0.txt")),
            unsafe("!ml/ratings.csv\\u0000.txt", "no control characters in it", "U+0000")),
        refused(
            "control character",
            zip -> zip.add("ml/\u001B[2Jnotes", ""),
            unsafe("!ml/\\u001B[2Jnotes", "no control characters in it", "U+001B")),
        refused(
            "reordering character",
            zip -> zip.add("ml/\u202Evsc.sgnitar", ""),
            unsafe("!ml/\\u202Evsc.sgnitar", "no control characters in it", "U+202E")),
        refused(
            "not UTF-8",
            zip -> zip.ratings().setName(new byte[] {'m', (byte) 0xFC}),
            unsafe("", "UTF-8", "'m\\xFC'")),
        refused(
            "encrypted",
            zip -> zip.ratings().setFlags(1),
            "INPUT-012 %s!ml/ratings.csv: the entry is encrypted; expected a plain entry, found an"
                + " encrypted one; unzip it with its password and re-zip with deflate"),
        refused(
            "bzip2",
            zip -> zip.ratings().setMethod(12),
            "INPUT-013 %s!ml/ratings.csv: the entry's compression is not supported; expected method"
                + " 0 (stored) or 8 (deflated), found method 12; re-zip with deflate"),
        refused(
            "two ratings.csv",
            zip -> zip.add("other/ratings.csv", CSV),
            "INPUT-022 %s: more than one ratings.csv; expected one, found ml/ratings.csv and"
                + " other/ratings.csv; leave one of them in the archive"),
        refused(
            "Ratings.csv",
            zip -> zip.ratings().setName(bytes("ml/Ratings.csv")),
            "INPUT-023 %s!ml/Ratings.csv: found Ratings.csv; expected ratings.csv, found"
                + " Ratings.csv; rename it"),
        refused(
            "no ratings.csv",
            zip -> zip.entries.remove(0),
            "INPUT-021 %s: no ratings.csv; expected ratings.csv at the top or in a folder, found"
                + " none among 1 entries; add it, in the folder of the others"),
        refused(
            "two folders",
            zip -> zip.ratings().setName(bytes("ratings.csv")),
            "INPUT-024 %s: the files are in different folders; expected all of them beside"
                + " ratings.csv, found ml/movies.csv; put them in one folder"),
        refused(
            "another MD5",
            zip -> zip.add("ml/checksums.txt", MD5 + "  ratings.csv\n"),
            "INPUT-019 %s!ml/ratings.csv: the MD5 differs from checksums.txt; expected "
                + MD5
                + ", found 831de30fc5fb787e0bdb8de3edb8c67b; download the archive again, or give"
                + " --checksumMismatchAsWarning to go on"),
        refused(
            "no MD5",
            zip -> zip.add("ml/checksums.txt", "\nratings.csv\n"),
            "INPUT-020 %s!ml/checksums.txt:2: not a checksum; expected 32 hexadecimal digits and a"
                + " file's name, found 'ratings.csv'; repair checksums.txt or leave it out"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedArchives")
  void refuses(String name, Consumer<RawZip> change, String message) {
    RawZip zip = RawZip.sound();
    change.accept(zip);

    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.ratings(folder, zip.toBytes()), name);

    assertThat(e.getMessage(), is(message.replace("%s", folder.resolve("test.zip").toString())));
  }

  static Stream<Arguments> acceptedArchives() {
    return Stream.of(
        accepted("as it is", zip -> {}),
        accepted("deflated", zip -> zip.ratings().deflate()),
        accepted("descriptor", zip -> zip.ratings().setDescriptor(true, false)),
        accepted("unsigned descriptor", zip -> zip.ratings().setDescriptor(false, false)),
        accepted("wide descriptor", zip -> zip.ratings().setDescriptor(true, true)),
        accepted("wide unsigned descriptor", zip -> zip.ratings().setDescriptor(false, true)),
        accepted("zip64 entry", zip -> zip.ratings().setZip64()),
        accepted("zip64 end", zip -> zip.isZip64 = true),
        accepted("comment", zip -> zip.comment = bytes("MovieLens")),
        accepted("end record's signature in the comment", zip -> zip.comment = bytes("PK\5\6")),
        accepted(
            "litter",
            zip -> {
              zip.add("__MACOSX/ml/._ratings.csv", "litter");
              zip.add("__MACOSX/ml/ratings.csv", "litter");
              zip.add("ml/._ratings.csv", "litter");
              zip.add("ml/.DS_Store", "litter");
              zip.add("ml/notes.pdf", "stranger");
            }),
        accepted("folder entries", zip -> zip.add("ml/", "")),
        accepted("root of any name", zip -> inFolder(zip, "a b ü/")),
        accepted("no root", zip -> inFolder(zip, "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acceptedArchives")
  void accepts(String name, Consumer<RawZip> change) throws IOException {
    RawZip zip = RawZip.sound();
    change.accept(zip);

    Reading<String> reading = Reading.ratings(folder, zip.toBytes());

    assertThat(name, reading.rows(), is(List.of("1,17,8,944249077")));
    assertThat(name, reading.rejected(), is(List.of()));
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatIsNoZip(byte[] bytes, String found) {
    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.ratings(folder, bytes));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-003 "
                + folder.resolve("test.zip")
                + ": not a zip, or its end is cut off; expected an end-of-central-directory record,"
                + " found "
                + found
                + "; download or copy it again"));
  }

  static Stream<Arguments> refusesWhatIsNoZip() {
    byte[] sound = RawZip.sound().toBytes();
    return Stream.of(
        arguments(new byte[0], "an empty file"),
        arguments(bytes("userId,movieId"), "none in the last 14 bytes"),
        arguments(Arrays.copyOf(sound, sound.length - 22), "none in the last 281 bytes"),
        arguments(new byte[100_000], "none in the last 65557 bytes"));
  }

  /** Whatever is cut off, and wherever, is noticed. */
  @Test
  void refusesEveryTruncation() {
    byte[] sound = RawZip.sound().toBytes();
    for (int length = 0; length < sound.length; length++) {
      byte[] cut = Arrays.copyOf(sound, length);
      assertThrows(BadInputException.class, () -> Reading.ratings(folder, cut), "" + length);
    }
  }

  /** A bit that is wrong either makes no difference to the rows or is noticed. */
  @Test
  void noticesEveryFlippedBit() throws IOException {
    RawZip zip = RawZip.sound();
    zip.entries.remove(1);
    zip.ratings().deflate();
    byte[] sound = zip.toBytes();
    for (int bit = 0; bit < 8 * sound.length; bit++) {
      byte[] damaged = sound.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        List<String> rows = Reading.ratings(folder, damaged).rows();
        assertThat("bit " + bit, rows, is(List.of("1,17,8,944249077")));
      } catch (BadInputException e) {
        assertThat(e.getMessage(), startsWith(e.code() + " "));
        assertThat(e.getMessage(), not(containsString("\n")));
      }
    }
  }

  static Stream<Arguments> limits() {
    ArchiveLimits limits = ArchiveLimits.generous();
    return Stream.of(
        arguments(
            limits.withMaxEntryBytes(52),
            "INPUT-014 %s!ml/ratings.csv: the entry is too large; expected at most 52 bytes, found"
                + " 53; give a higher --maxEntryBytes or --maxTotalBytes if the data is genuine"),
        arguments(
            limits.withMaxTotalBytes(74),
            "INPUT-014 %s: the archive is too large; expected at most 74 bytes, found 75; give a"
                + " higher --maxEntryBytes or --maxTotalBytes if the data is genuine"),
        arguments(
            limits.withMaxDirectoryBytes(118),
            "INPUT-034 %s: the central directory is too large; expected at most 118 bytes, found"
                + " 119; re-zip the files, without others"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void refusesWhatIsOverALimit(ArchiveLimits limits, String message) {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () ->
                Reading.ratings(
                    folder, RawZip.sound().toBytes(), ReadSettings.defaults().withLimits(limits)));

    assertThat(e.getMessage(), is(message.formatted(folder.resolve("test.zip"))));
  }

  /** A sum that overflows is over any limit, the highest too. */
  @Test
  void refusesSizesWhoseSumOverflows() throws IOException {
    RawZip zip = RawZip.sound();
    for (RawZip.Entry entry : zip.entries) {
      entry.bytes = Long.MAX_VALUE / 2 + 1;
      entry.localBytes = entry.bytes;
      entry.setZip64();
    }
    ReadSettings settings =
        ReadSettings.defaults()
            .withLimits(ArchiveLimits.generous().withMaxTotalBytes(Long.MAX_VALUE));

    BadInputException e =
        assertThrows(
            BadInputException.class, () -> Reading.ratings(folder, zip.toBytes(), settings));

    assertThat(
        e.getMessage(),
        startsWith(
            "INPUT-014 "
                + folder.resolve("test.zip")
                + ": the archive is too large; expected at most 9223372036854775807 bytes, found"
                + " 9223372036854775808;"));
  }

  @Test
  void refusesAListOfChecksumsOfOverOneMebibyte() throws IOException {
    RawZip zip = RawZip.sound();
    RawZip.Entry list = zip.add("ml/checksums.txt", "\n".repeat(1 << 20));
    assertThat(Reading.ratings(folder, zip.toBytes()).rows().size(), is(1));

    zip.entries.remove(list);
    zip.add("ml/checksums.txt", "\n".repeat((1 << 20) + 1));
    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.ratings(folder, zip.toBytes()));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-020 "
                + folder.resolve("test.zip")
                + "!ml/checksums.txt: the list of checksums is too large; expected at most 1048576"
                + " bytes, found 1048577; repair checksums.txt or leave it out"));
  }

  @Test
  void acceptsWhatIsAtItsLimits() throws IOException {
    ArchiveLimits limits = new ArchiveLimits(119, 53, 75, 1);

    Reading<String> reading =
        Reading.ratings(
            folder, RawZip.sound().toBytes(), ReadSettings.defaults().withLimits(limits));

    assertThat(reading.rows().size(), is(1));
  }

  /** A bomb is left soon after the ratio counts, however large it says it is. */
  @Test
  void refusesABombWhileItStreams() {
    RawZip zip = RawZip.sound();
    zip.entries.set(0, new RawZip.Entry("ml/ratings.csv", new byte[64 << 20]));
    zip.ratings().deflate();

    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.ratings(folder, zip.toBytes()));

    assertThat(e.fault(), is(InputFault.RATIO));
    assertThat(
        e.getMessage(),
        matchesRegex(
            "INPUT-015 .*!ml/ratings.csv: the entry inflates to suspiciously much; expected at most"
                + " 200 bytes for a compressed one, found 8[0-9]{6} bytes for [0-9]+; give a"
                + " higher --maxRatio if the data is genuine"));
  }

  @Test
  void aHigherRatioLetsItPass() {
    RawZip zip = RawZip.sound();
    zip.entries.set(0, new RawZip.Entry("ml/ratings.csv", new byte[9 << 20]));
    zip.ratings().deflate();
    ReadSettings settings =
        ReadSettings.defaults().withLimits(ArchiveLimits.generous().withMaxRatio(2000));

    BadInputException e =
        assertThrows(
            BadInputException.class, () -> Reading.ratings(folder, zip.toBytes(), settings));

    assertThat(e.fault(), is(InputFault.HEADER_UNREADABLE));
  }

  @Test
  void warnsOfAnotherMd5IfToldSo() throws IOException {
    RawZip zip = RawZip.sound();
    zip.add("ml/checksums.txt", MD5 + "  ratings.csv\n");

    Reading<String> reading =
        Reading.ratings(
            folder, zip.toBytes(), ReadSettings.defaults().withChecksumMismatchAsWarning());

    assertThat(reading.report().figures().get(EntryFigures.MD5_MISMATCHES), is(1L));
    assertThat(reading.report().figures().get(EntryFigures.MD5_MATCHES), is(0L));
  }

  @Test
  void comparesTheMd5() throws IOException {
    RawZip zip = RawZip.sound();
    zip.add(
        "ml/checksums.txt",
        """
        00000000000000000000000000000000  tags.csv
        831DE30FC5FB787E0BDB8DE3EDB8C67B *ml/ratings.csv\r
        """);

    Reading<String> reading = Reading.ratings(folder, zip.toBytes());

    assertThat(reading.report().figures().get(EntryFigures.MD5_MATCHES), is(1L));
  }

  /** As many bytes behind an entry as no data descriptor has. */
  private static Arguments refusedBehind(int bytes) {
    return refused(
        "data descriptor of " + bytes + " bytes",
        zip -> {
          zip.ratings().setDescriptor(true, false);
          zip.ratings().after = Arrays.copyOf(zip.ratings().after, bytes);
        },
        "INPUT-010 %s!ml/ratings.csv: data behind the entry; expected a data descriptor of 12 to 24"
            + " bytes, found "
            + bytes
            + " bytes before it; re-zip the files");
  }

  private static Arguments refused(String name, Consumer<RawZip> change, String message) {
    return arguments(name, change, message);
  }

  private static Arguments accepted(String name, Consumer<RawZip> change) {
    return arguments(name, change);
  }

  private static String disagrees(String expected, String found) {
    return "INPUT-007 %s!ml/ratings.csv: the local header contradicts the central directory;"
        + " expected "
        + expected
        + ", found "
        + found
        + "; re-zip the files";
  }

  private static String unsafe(String entry, String expected, String found) {
    return "INPUT-011 %s"
        + entry
        + ": the entry's name is not safe; expected "
        + expected
        + ", found "
        + found
        + "; re-zip the files with plain names";
  }

  private static void inFolder(RawZip zip, String folder) {
    zip.ratings().setName(bytes(folder + "ratings.csv"));
    zip.entries.get(1).setName(bytes(folder + "movies.csv"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
