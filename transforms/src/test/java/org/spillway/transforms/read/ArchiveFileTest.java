package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.data.testing.MemoryChannel;
import org.spillway.transforms.testing.TestPipelines;

/** Archives on file systems other than the local one. */
class ArchiveFileTest {
  private static final String ROW = "1,17,8,944249077";

  @BeforeAll
  static void findFileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  private static Reading<String> read(String location) throws IOException {
    return Reading.ratings(location, ReadSettings.defaults());
  }

  private static byte[] deflated() {
    RawZip zip = RawZip.sound();
    zip.ratings().deflate();
    zip.ratings().setDescriptor(true, false);
    return zip.toBytes();
  }

  /** Of incompressible data, many times as long as the buffers. */
  private static byte[] large() {
    byte[] content = new byte[1 << 20];
    new Random(1).nextBytes(content);
    RawZip zip = RawZip.sound();
    zip.entries.set(0, new RawZip.Entry("ml/ratings.csv", content));
    return zip.toBytes();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 29, 1000})
  void readsInPieces(int piece) throws IOException {
    String location = UnevenFileSystem.put("pieces.zip", deflated(), (at, wanted) -> piece);

    assertThat(read(location).rows(), is(List.of(ROW)));
  }

  /** A read of no bytes is no end. */
  @Test
  void waitsForBytesThatAreNotThereYet() throws IOException {
    AtomicInteger reads = new AtomicInteger();
    String location =
        UnevenFileSystem.put(
            "late.zip", deflated(), (at, wanted) -> reads.getAndIncrement() % 3 == 0 ? 3 : 0);

    assertThat(read(location).rows(), is(List.of(ROW)));
  }

  @Test
  void saysThatTheFileHasBecomeShorter() {
    byte[] zip = deflated();
    String location =
        UnevenFileSystem.put(
            "cut.zip", zip, (at, wanted) -> at < 20 ? (int) Math.min(20 - at, wanted) : -1);

    BadInputException e = assertThrows(BadInputException.class, () -> read(location));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-003 uneven://cut.zip: the file was cut while it was read; expected "
                + zip.length
                + " bytes, as when it was opened, found its end at 20; download or copy it again"));
  }

  /** Whenever that happens, and wherever the file then ends. */
  @Test
  void noticesThatTheFileHasBecomeShorter() {
    byte[] zip = deflated();
    AtomicInteger reads = new AtomicInteger();
    for (int i = 0; i < 12; i++) {
      int readsBefore = i;
      for (int end = 0; end < zip.length; end += 5) {
        int endThen = end;
        reads.set(0);
        String location =
            UnevenFileSystem.put(
                "shrinking.zip",
                zip,
                (at, wanted) -> {
                  if (reads.getAndIncrement() < readsBefore) {
                    return wanted;
                  }
                  return at < endThen ? (int) Math.min(endThen - at, wanted) : -1;
                });
        try {
          assertThat(read(location).rows(), is(List.of(ROW)));
        } catch (BadInputException e) {
          assertThat(e.fault(), is(InputFault.NOT_A_ZIP));
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  @Test
  void noticesThatTheFileHasBecomeShorterWhileAnEntryStreams() throws IOException {
    byte[] zip = large();
    AtomicLong end = new AtomicLong(zip.length);
    String location =
        UnevenFileSystem.put(
            "streaming.zip",
            zip,
            (at, wanted) -> at < end.get() ? (int) Math.min(end.get() - at, wanted) : -1);
    try (ZipArchive archive = ZipArchive.open(location, ArchiveLimits.generous());
        EntryStream in = archive.open(archive.records().get(0))) {
      in.readNBytes(300_000);
      end.set(500_000);

      BadInputException e = assertThrows(BadInputException.class, in::readAllBytes);

      assertThat(e.fault(), is(InputFault.NOT_A_ZIP));
      assertThat(e.getMessage(), containsString("found its end at 500000;"));
    }
  }

  @Test
  void readsByteByByteToo() throws IOException {
    byte[] text = new byte[300];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) i;
    }
    RawZip zip = RawZip.sound();
    zip.entries.set(0, new RawZip.Entry("ml/ratings.csv", text));
    zip.ratings().deflate();
    String location = UnevenFileSystem.put("bytes.zip", zip.toBytes(), (at, wanted) -> wanted);
    try (ZipArchive archive = ZipArchive.open(location, ArchiveLimits.generous());
        EntryStream in = archive.open(archive.records().get(0))) {
      for (byte b : text) {
        assertThat(in.read(), is(b & 0xFF));
      }
      assertThat(in.read(new byte[0], 0, 0), is(0));
      assertThat(in.read(), is(-1));
      assertThat(in.read(), is(-1));
    }
  }

  /** That is no fault of the input: whoever runs it may try again. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50})
  void passesOnWhatTheFileSystemFailsWith(int kibibytes) {
    String location =
        UnevenFileSystem.put(
            "failing.zip",
            large(),
            (at, wanted) -> {
              if (at <= kibibytes << 10 && at + wanted > kibibytes << 10) {
                throw new IOException("connection reset");
              }
              return wanted;
            });

    IOException e = assertThrows(IOException.class, () -> read(location));

    assertThat(e.getMessage(), is("connection reset"));
  }

  @Test
  void refusesAFileSystemThatCannotSeek() {
    List<ReadableByteChannel> opened = new ArrayList<>();
    String location =
        UnevenFileSystem.put(
            "once.zip",
            () -> {
              opened.add(Channels.newChannel(new ByteArrayInputStream(deflated())));
              return opened.get(0);
            });

    BadInputException e = assertThrows(BadInputException.class, () -> read(location));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-002 uneven://once.zip: the file system reads only from the beginning; expected a"
                + " file system that can seek, found "
                + opened.get(0).getClass().getName()
                + "; copy the archive to one that can seek"));
    assertThat(opened.get(0).isOpen(), is(false));
  }

  @Test
  void closesTheFileWhenItIsClosed() throws IOException {
    MemoryChannel channel = channel();
    String location = UnevenFileSystem.put("closed.zip", () -> channel);

    ArchiveFile.open(location).close();

    assertThat(channel.isOpen(), is(false));
  }

  @Test
  void anArchiveClosesItsFile() throws IOException {
    MemoryChannel channel = channel();
    String location = UnevenFileSystem.put("archive.zip", () -> channel);

    ZipArchive.open(location, ArchiveLimits.generous()).close();

    assertThat(channel.isOpen(), is(false));
  }

  @Test
  void anArchiveThatIsRefusedIsClosed() {
    MemoryChannel channel = new MemoryChannel(new byte[99], (at, wanted) -> wanted);
    String location = UnevenFileSystem.put("refused.zip", () -> channel);

    assertThrows(
        BadInputException.class, () -> ZipArchive.open(location, ArchiveLimits.generous()));

    assertThat(channel.isOpen(), is(false));
  }

  @Test
  void closesAFileWhoseSizeItCannotLearn() {
    MemoryChannel channel =
        new MemoryChannel(deflated(), (at, wanted) -> wanted) {
          @Override
          public long size() throws IOException {
            throw new IOException("stale handle");
          }
        };
    String location = UnevenFileSystem.put("stale.zip", () -> channel);

    IOException e = assertThrows(IOException.class, () -> ArchiveFile.open(location));

    assertThat(e.getMessage(), is("stale handle"));
    assertThat(channel.isOpen(), is(false));
  }

  /** Whoever has no room waits for nothing. */
  @Test
  void readsNothingIntoNoRoom() throws IOException {
    try (ArchiveFile file = ArchiveFile.open(UnevenFileSystem.put("room.zip", this::channel))) {
      assertThat(file.readNext(ByteBuffer.allocate(0)), is(0));
    }
  }

  private MemoryChannel channel() {
    return new MemoryChannel(deflated(), (at, wanted) -> wanted);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    BadInputException e = assertThrows(BadInputException.class, () -> read("uneven://none.zip"));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-001 uneven://none.zip: cannot open the archive; expected a readable file, found"
                + " uneven://none.zip; check the path and who may read it"));
  }

  @Nested
  class InAPipeline {
    @RegisterExtension final TestPipelineExtension extension = TestPipelines.strict();

    @Test
    void readsRatings(TestPipeline pipeline) {
      String location = UnevenFileSystem.put("pipeline.zip", deflated(), (at, wanted) -> 5);

      ReadRatings.Result ratings =
          pipeline.apply("Archive", Create.of(location)).apply("Read", ReadZipCsv.ratings());

      PAssert.thatSingleton(ratings.records().apply("Count", Count.globally())).isEqualTo(1L);
      pipeline.run();
    }
  }
}
