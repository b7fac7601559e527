package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.testing.ZipFixture;

@Timeout(60)
class ZipPipeTest {
  @TempDir Path folder;

  @Test
  void entriesLargerThanAllBuffersArriveWhole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder expected = new StringBuilder();
    try (ZipPipe zip = new ZipPipe(out, Deflater.BEST_SPEED)) {
      try (EntryWriter entry = zip.open("a/", "numbers")) {
        for (int i = 0; i < 400_000; i++) {
          entry.number(i).endRow();
          expected.append(i).append("\r\n");
        }
      }
      try (EntryWriter entry = zip.open("a/", "cell")) {
        entry.cell("\"é\", ü");
      }
    }
    ZipFixture zip = ZipFixture.read(Files.write(folder.resolve("a.zip"), out.toByteArray()));

    assertThat(zip.entry("numbers").text(), is(expected.toString()));
    assertThat(zip.entry("cell").text(), is("\"\"\"é\"\", ü\""));
  }

  @Test
  void aFaultOfTheOtherThreadReachesTheCallerWithoutBlockingIt() {
    IOException e = assertThrows(IOException.class, () -> fill(new FullDisk()));

    assertThat(e.getMessage(), is("the archive cannot be written: no space left"));
  }

  @Test
  void whenWritingFailsNoFileIsLeft() throws IOException {
    Path target = folder.resolve("a.zip");

    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                target,
                false,
                out -> {
                  out.write(1);
                  fill(new FullDisk());
                }));

    try (var files = Files.list(folder)) {
      assertThat(files.count(), is(0L));
    }
  }

  private static void fill(OutputStream out) throws IOException {
    try (ZipPipe zip = new ZipPipe(out, Deflater.NO_COMPRESSION);
        EntryWriter entry = zip.open("", "zeros")) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        entry.bytes(zeros, 0, zeros.length);
      }
    }
  }

  private static final class FullDisk extends OutputStream {
    private int left = 3_000_000;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      left -= length;
      if (left < 0) {
        throw new IOException("no space left");
      }
    }
  }
}
