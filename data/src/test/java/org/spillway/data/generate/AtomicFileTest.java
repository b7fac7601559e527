package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void nobodyElseCanReadItBeforeItIsInItsPlace() throws IOException {
    Path target = folder.resolve("a.zip");
    AtomicFile.write(
        target,
        false,
        out -> {
          out.write(1);
          assertThat(Files.exists(target), is(false));
          List<Path> beside = list();
          assertThat(beside, hasSize(1));
          assertThat(permissions(beside.get(0)), is("rwx------"));
        });

    assertThat(list(), is(List.of(target)));
  }

  @Test
  void whatIsInItsPlaceHasThePermissionsOfAnyFile() throws IOException {
    Path target = folder.resolve("a.zip");
    AtomicFile.write(target, false, out -> out.write(1));
    Path any = Files.createFile(folder.resolve("any"));

    assertThat(permissions(target), is(permissions(any)));
  }

  @Test
  void aBodyThatFailsLeavesNothing() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                folder.resolve("a.zip"),
                true,
                out -> {
                  out.write(1);
                  throw new IOException("broken off");
                }));

    assertThat(list(), is(List.of()));
  }

  @Test
  void aFullDiskIsNamedWithTheRemedy() {
    Path target = folder.resolve("a.zip");
    IOException full =
        assertThrows(
            IOException.class,
            () ->
                AtomicFile.write(
                    target,
                    true,
                    out -> {
                      throw new IOException("No space left on device");
                    }));

    assertThat(
        full.getMessage(),
        is(target + ": No space left on device; make room there, or name another file"));
  }

  @Test
  void aLinkThatLeadsNowhereIsThere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a.zip"), folder.resolve("nowhere"));

    assertThrows(
        FileAlreadyExistsException.class,
        () ->
            AtomicFile.write(
                link,
                false,
                out -> {
                  throw new AssertionError("the body must not be run");
                }));
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
    return PosixFilePermissions.toString(permissions);
  }
}
