package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Archives of the kinds that the test suites of zip libraries collect (Go's archive/zip, libzip,
 * commons-compress), built anew. {@link ArchivePolicyTest} has the policy's own.
 */
class ZipCorpusTest {
  private static final byte[] UNIX_TIMES = {'U', 'T', 5, 0, 1, 0, 0, 0, 0};

  @TempDir Path folder;

  static Stream<Arguments> refusedArchives() {
    return Stream.of(
        // The end record.
        refused("directory's size too large", onEnd(12, 120), InputFault.NOT_A_ZIP),
        refused("directory's size too small", onEnd(12, 118), InputFault.STRAY_BYTES),
        refused("directory's size far too large", onEnd(12, -2), InputFault.NOT_A_ZIP),
        refused("directory's offset too large", onEnd(16, 163), InputFault.NOT_A_ZIP),
        refused("directory's offset too small", onEnd(16, 161), InputFault.STRAY_BYTES),
        refused("directory's offset far too large", onEnd(16, -2), InputFault.NOT_A_ZIP),
        refused("zip64 asked for, size", onEnd(12, -1), InputFault.DIRECTORY_CORRUPT),
        refused("zip64 asked for, offset", onEnd(16, -1), InputFault.DIRECTORY_CORRUPT),
        refused("no entries counted", onEnd(8, 0), InputFault.COUNTS_DISAGREE),
        refused("65535 entries counted", onEnd(8, -1), InputFault.COUNTS_DISAGREE),
        refused("all disks", onEnd(4, -1), InputFault.MULTI_DISK),
        refused(
            "comment longer than the file",
            zip -> {
              zip.comment = bytes("comment");
              zip.onEnd = end -> end.putShort(20, (short) 8);
            },
            InputFault.NOT_A_ZIP),
        refused(
            "comment shorter than the file",
            zip -> {
              zip.comment = bytes("comment");
              zip.onEnd = end -> end.putShort(20, (short) 6);
            },
            InputFault.STRAY_BYTES),
        refused("empty zip", zip -> zip.entries.clear(), InputFault.ENTRY_MISSING),
        refused(
            "zip in a comment",
            zip -> zip.comment = RawZip.sound().toBytes(),
            InputFault.STRAY_BYTES),
        refused(
            "two zips, one after the other",
            zip -> zip.afterEnd = RawZip.sound().toBytes(),
            InputFault.STRAY_BYTES),
        refused(
            "line feed after the end", zip -> zip.afterEnd = bytes("\n"), InputFault.STRAY_BYTES),
        refused("gap before the end", zip -> zip.beforeEnd = new byte[1], InputFault.STRAY_BYTES),
        // Before the first entry.
        refused(
            "mark of a split archive in one part",
            zip -> zip.before = bytes("PK00"),
            InputFault.STRAY_BYTES),
        refused(
            "mark of a split archive",
            zip -> zip.before = bytes("PK\u0007\u0008"),
            InputFault.STRAY_BYTES),
        refused(
            "offsets without what is before the zip",
            zip -> {
              zip.before = bytes("prefix");
              zip.ratings().offset = 0;
              zip.entries.get(1).offset = 97;
              zip.directoryOffsetShift = -6;
            },
            InputFault.STRAY_BYTES),
        refused(
            "gap between entries",
            zip -> zip.ratings().after = new byte[1],
            InputFault.STRAY_BYTES),
        refused(
            "entry that the directory has not",
            zip -> zip.ratings().after = new RawZip.Entry("ml/x", new byte[9]).toBytes(),
            InputFault.STRAY_BYTES),
        // Records of the directory.
        refused("record's signature", onRecord(0, 0x02014b51), InputFault.DIRECTORY_CORRUPT),
        refused("name longer than it is", onShort(28, 15), InputFault.DIRECTORY_CORRUPT),
        refused("name shorter than it is", onShort(28, 13), InputFault.DIRECTORY_CORRUPT),
        refused("extra longer than it is", onShort(30, 1), InputFault.DIRECTORY_CORRUPT),
        refused("comment longer than it is", onShort(32, -1), InputFault.DIRECTORY_CORRUPT),
        refused("no name", zip -> zip.ratings().setName(new byte[0]), InputFault.UNSAFE_NAME),
        refused("disk of the entry", onShort(34, 1), InputFault.MULTI_DISK),
        refused("offset into the data", onRecord(42, 44), InputFault.STRAY_BYTES),
        refused("offset into the directory", onSecondRecord(42, 165), InputFault.STRAY_BYTES),
        refused("offset behind the file", onSecondRecord(42, 1 << 30), InputFault.STRAY_BYTES),
        refused("offset of 4 GB", onSecondRecord(42, -2), InputFault.STRAY_BYTES),
        refused(
            "extra field that overruns",
            zip -> zip.ratings().extra = new byte[] {'U', 'T', 5, 0, 1},
            InputFault.DIRECTORY_CORRUPT),
        refused(
            "local extra field that overruns",
            zip -> zip.ratings().localExtra = new byte[] {'U', 'T', 5, 0, 1},
            InputFault.DIRECTORY_CORRUPT),
        refused(
            "padding in place of an extra field",
            zip -> zip.ratings().localExtra = new byte[3],
            InputFault.DIRECTORY_CORRUPT),
        refused(
            "folder twice",
            zip -> {
              zip.add("ml/", "");
              zip.add("ml/", "");
            },
            InputFault.DUPLICATE_NAME),
        // Local headers.
        refused("local signature", onLocal(0, 0x04034b51), InputFault.HEADERS_DISAGREE),
        refused("local name missing", onLocal(26, 0), InputFault.HEADERS_DISAGREE),
        refused("local name shorter", onLocal(26, 13), InputFault.HEADERS_DISAGREE),
        refused("local name into the directory", onLocal(26, 200), InputFault.HEADERS_DISAGREE),
        refused(
            "local extra into the data", onLocal(26, 14 | 10 << 16), InputFault.DIRECTORY_CORRUPT),
        refused(
            "local name in capitals",
            zip -> zip.ratings().localName = bytes("ml/RATINGS.CSV"),
            InputFault.HEADERS_DISAGREE),
        refused(
            "descriptor announced to the directory alone",
            zip -> zip.ratings().flags = 1 << 3,
            InputFault.HEADERS_DISAGREE),
        refused(
            "descriptor announced in the local header alone",
            zip -> zip.ratings().localFlags = 1 << 3,
            InputFault.HEADERS_DISAGREE),
        // Data and descriptors.
        refused(
            "stored, of two sizes",
            zip -> {
              zip.ratings().bytes = 54;
              zip.ratings().localBytes = 54;
            },
            InputFault.SIZE_MISMATCH),
        refused(
            "no descriptor, though announced",
            zip -> zip.ratings().setFlags(1 << 3),
            InputFault.HEADERS_DISAGREE),
        refused(
            "stored with a descriptor of other sizes",
            zip -> {
              zip.ratings().setDescriptor(false, false);
              zip.ratings().after[8] = 1;
            },
            InputFault.HEADERS_DISAGREE),
        refused(
            "descriptor of another CRC-32",
            zip -> {
              zip.ratings().setDescriptor(false, true);
              zip.ratings().after[0] ^= 1;
            },
            InputFault.HEADERS_DISAGREE),
        refused(
            "descriptor of another signature",
            zip -> {
              zip.ratings().setDescriptor(true, false);
              zip.ratings().after[0] ^= 1;
            },
            InputFault.HEADERS_DISAGREE),
        refused(
            "descriptor and the local header's own, other sizes",
            zip -> {
              zip.ratings().setDescriptor(true, false);
              zip.ratings().localBytes = 54;
            },
            InputFault.HEADERS_DISAGREE),
        refused(
            "descriptor and the local header's own, another CRC-32",
            zip -> {
              zip.ratings().setDescriptor(true, false);
              zip.ratings().localCrc32 = 1;
            },
            InputFault.HEADERS_DISAGREE),
        refused(
            "descriptor cut short",
            zip -> {
              zip.ratings().setDescriptor(true, false);
              zip.ratings().after = Arrays.copyOf(zip.ratings().after, 11);
            },
            InputFault.STRAY_BYTES),
        refused(
            "descriptor and more",
            zip -> {
              zip.ratings().setDescriptor(true, true);
              zip.ratings().after = Arrays.copyOf(zip.ratings().after, 28);
            },
            InputFault.STRAY_BYTES),
        refused(
            "deflated data cut in a block",
            zip -> {
              zip.ratings().deflate();
              zip.ratings().setData(Arrays.copyOf(zip.ratings().data, 1));
            },
            InputFault.DATA_CORRUPT),
        refused(
            "no deflated data",
            zip -> {
              zip.ratings().deflate();
              zip.ratings().setData(new byte[0]);
            },
            InputFault.DATA_CORRUPT),
        refused(
            "stored data said to be deflated",
            zip -> zip.ratings().setMethod(8),
            InputFault.DATA_CORRUPT),
        refused(
            "deflated data said to be stored",
            zip -> {
              zip.ratings().deflate();
              zip.ratings().setMethod(0);
            },
            InputFault.CRC_MISMATCH),
        // Compression and encryption that is not read.
        refused("shrunk", method(1), InputFault.METHOD),
        refused("imploded", method(6), InputFault.METHOD),
        refused("deflate64", method(9), InputFault.METHOD),
        refused("lzma", method(14), InputFault.METHOD),
        refused("zstd", method(93), InputFault.METHOD),
        refused("xz", method(95), InputFault.METHOD),
        refused("no method", method(0xFFFF), InputFault.METHOD),
        refused("traditional encryption", flags(1 << 0), InputFault.ENCRYPTED),
        refused("strong encryption", flags(1 << 0 | 1 << 6), InputFault.ENCRYPTED),
        refused("strong encryption alone", flags(1 << 6), InputFault.ENCRYPTED),
        refused(
            "AES",
            zip -> {
              zip.ratings().setMethod(99);
              zip.ratings().setFlags(1);
            },
            InputFault.ENCRYPTED),
        refused(
            "masked local header",
            zip -> {
              zip.ratings().flags = 1 << 13 | 1;
              zip.ratings().localFlags = 1 << 13 | 1;
              zip.ratings().localName = bytes("1");
              zip.ratings().localCrc32 = 0;
              zip.ratings().localBytes = 0;
            },
            InputFault.ENCRYPTED),
        refused(
            "masked local header of a stranger",
            zip -> zip.add("ml/notes.pdf", "x").setFlags(1 << 13 | 1),
            InputFault.ENCRYPTED),
        // Names.
        refused(
            "CP437 though said to be UTF-8",
            zip -> {
              zip.ratings().setFlags(1 << 11);
              zip.ratings().setName(latin1("m\u0081/ratings.csv"));
            },
            InputFault.UNSAFE_NAME),
        refused(
            "CP437 of a stranger",
            zip -> zip.add("ml/x", "x").setName(latin1("ml/gr\u0081n.txt")),
            InputFault.UNSAFE_NAME),
        refused(
            "Shift JIS",
            zip -> zip.add("ml/x", "x").setName(latin1("ml/\u0093\u00FA\u0096{.txt")),
            InputFault.UNSAFE_NAME),
        refused(
            "a new line of a stranger's",
            zip -> zip.add("ml/a\nINPUT-000 all is well", "x"),
            InputFault.UNSAFE_NAME));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedArchives")
  void refuses(String name, Consumer<RawZip> change, InputFault fault) {
    RawZip zip = RawZip.sound();
    change.accept(zip);

    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.ratings(folder, zip.toBytes()), name);

    assertThat(name + ": " + e.getMessage(), e.fault(), is(fault));
  }

  static Stream<Arguments> acceptedArchives() {
    return Stream.of(
        accepted("end record's signature in the comment", zip -> zip.comment = bytes("PK\5\6")),
        accepted(
            "end record in the comment, and more",
            zip -> zip.comment = RawZip.concat(new RawZip().toBytes(), bytes("end"))),
        accepted("longest comment", zip -> zip.comment = new byte[0xFFFF]),
        accepted("longest comment of signatures", zip -> zip.comment = signatures()),
        accepted(
            "zip as an entry",
            zip -> zip.entries.add(new RawZip.Entry("ml/inner.zip", RawZip.sound().toBytes()))),
        accepted(
            "Unix times",
            zip -> {
              zip.ratings().extra = UNIX_TIMES;
              zip.ratings().localExtra = RawZip.concat(UNIX_TIMES, new byte[] {9, 9, 0, 0});
            }),
        accepted("made on Unix", onShort(4, 3 << 8 | 20)),
        accepted("other versions and times", onRecord(12, 0x5A21_7C8B)),
        accepted(
            "other local time",
            zip -> zip.ratings().onLocalHeader = header -> header.putInt(10, 0x5A21_7C8B)),
        accepted("Unix link or folder by its attributes", onRecord(38, 0xA1FF_0010)),
        accepted("compression level in the flags", flags(1 << 1 | 1 << 2)),
        accepted("UTF-8 flag", flags(1 << 11)),
        accepted("UTF-8 without the flag", zip -> zip.add("ml/grün.txt", "x")),
        accepted(
            "descriptor and the local header's own sizes",
            zip -> {
              RawZip.Entry ratings = zip.ratings();
              ratings.setDescriptor(true, false);
              ratings.localCrc32 = ratings.crc32;
              ratings.localBytes = ratings.bytes;
              ratings.localCompressedBytes = ratings.compressedBytes;
            }),
        accepted(
            "stored with an unsigned descriptor", zip -> zip.ratings().setDescriptor(false, false)),
        accepted(
            "descriptor in zip64",
            zip -> {
              RawZip.Entry ratings = zip.ratings();
              ratings.setDescriptor(true, true);
              ratings.localBytes = -1;
              ratings.localCompressedBytes = -1;
              ratings.localExtra = RawZip.zip64Field(0, 0);
            }),
        accepted(
            "unread zip64 field",
            zip -> {
              zip.ratings().extra = RawZip.zip64Field();
              zip.ratings().localExtra = RawZip.zip64Field(53, 53);
            }),
        accepted(
            "directory in another order",
            zip -> {
              RawZip.Entry movies = zip.entries.get(1);
              zip.body = RawZip.concat(movies.toBytes(), zip.ratings().toBytes());
              zip.ratings().offset = movies.toBytes().length;
              movies.offset = 0;
            }),
        accepted("encrypted stranger", zip -> zip.add("ml/notes.pdf", "x").setFlags(1)),
        accepted("bzip2 stranger", zip -> zip.add("ml/notes.pdf", "x").setMethod(12)),
        accepted(
            "damaged stranger",
            zip -> {
              RawZip.Entry stranger = zip.add("ml/notes.pdf", "x");
              stranger.crc32 = 1;
              stranger.localCrc32 = 1;
            }),
        accepted("folder with data", zip -> zip.add("ml/x/", "data")));
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

  private static Arguments refused(String name, Consumer<RawZip> change, InputFault fault) {
    return arguments(name, change, fault);
  }

  private static Arguments accepted(String name, Consumer<RawZip> change) {
    return arguments(name, change);
  }

  private static Consumer<RawZip> onEnd(int at, int value) {
    return zip -> zip.onEnd = end -> end.putInt(at, value);
  }

  private static Consumer<RawZip> onRecord(int at, int value) {
    return zip -> zip.ratings().onRecord = record -> record.putInt(at, value);
  }

  private static Consumer<RawZip> onSecondRecord(int at, int value) {
    return zip -> zip.entries.get(1).onRecord = record -> record.putInt(at, value);
  }

  private static Consumer<RawZip> onShort(int at, int value) {
    return zip -> zip.ratings().onRecord = record -> record.putShort(at, (short) value);
  }

  private static Consumer<RawZip> onLocal(int at, int value) {
    return zip -> zip.ratings().onLocalHeader = header -> header.putInt(at, value);
  }

  private static Consumer<RawZip> method(int method) {
    return zip -> zip.ratings().setMethod(method);
  }

  private static Consumer<RawZip> flags(int flags) {
    return zip -> zip.ratings().setFlags(flags);
  }

  private static byte[] signatures() {
    byte[] bytes = new byte[0xFFFF];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) "PK\5\6".charAt(i % 4);
    }
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
