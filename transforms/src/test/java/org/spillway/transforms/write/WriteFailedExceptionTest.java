package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class WriteFailedExceptionTest {

  @Test
  void aFullDisk() {
    isSaid(
        new IOException("No space left on device"),
        "cannot write out/x: No space left on device; make room there, or choose another --output");
    isSaid(
        new FileSystemException("out/y", null, "Disk quota exceeded"),
        "cannot write out/x: Disk quota exceeded; make room there, or choose another --output");
  }

  @Test
  void anythingElse() {
    isSaid(
        new AccessDeniedException("out/x"),
        "cannot write out/x: permission denied; see to it that it can be written, or choose"
            + " another --output");
    isSaid(
        new IOException("Input/output error"),
        "cannot write out/x: Input/output error; see to it that it can be written, or choose"
            + " another --output");
  }

  /** What Java only gives a class's name for. */
  @Test
  void whatHasNoWordsOfItsOwn() {
    isSaid(
        new NoSuchFileException("out/x"),
        "cannot write out/x: there is no such file or folder; see to it that it can be written, or"
            + " choose another --output");
    isSaid(
        new FileAlreadyExistsException("out/x"),
        "cannot write out/x: it is there already; see to it that it can be written, or choose"
            + " another --output");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theSystemsOwnWords() {
    IOException full =
        assertThrows(IOException.class, () -> Files.write(Path.of("/dev/full"), new byte[1]));

    assertThat(WriteFailedException.isNoRoom(full), is(true));
  }

  private static void isSaid(IOException cause, String message) {
    assertThat(new WriteFailedException("out/x", cause).getMessage(), is(message));
  }
}
