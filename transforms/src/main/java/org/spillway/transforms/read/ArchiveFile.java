package org.spillway.transforms.read;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** An archive's bytes, at any place of it, on any of Beam's file systems. Not for many threads. */
final class ArchiveFile implements Closeable {
  private final Place place;
  private final String fileName;
  private final SeekableByteChannel channel;
  private final long size;

  private ArchiveFile(Place place, String fileName, SeekableByteChannel channel)
      throws IOException {
    this.place = place;
    this.fileName = fileName;
    this.channel = channel;
    size = channel.size();
  }

  /**
   * Opens the archive at a location.
   *
   * @throws BadInputException if there is none, or its file system cannot seek
   * @throws IOException if the file system fails otherwise
   */
  static ArchiveFile open(String location) throws IOException {
    Place place = Place.ofArchive(location);
    ResourceId resource;
    ReadableByteChannel channel;
    try {
      resource = FileSystems.matchNewResource(location, false);
      channel = FileSystems.open(resource);
    } catch (FileNotFoundException
        | NoSuchFileException
        | AccessDeniedException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw new BadInputException(
          InputFault.NOT_FOUND,
          place,
          "cannot open the archive",
          "a readable file",
          Excerpt.of(String.valueOf(e.getMessage())));
    }
    if (channel instanceof SeekableByteChannel seekable) {
      String fileName = resource.getFilename();
      try {
        return new ArchiveFile(place, fileName == null ? location : fileName, seekable);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }
    channel.close();
    throw new BadInputException(
        InputFault.NOT_SEEKABLE,
        place,
        "the file system reads only from the beginning",
        "a file system that can seek",
        channel.getClass().getName());
  }

  Place place() {
    return place;
  }

  /** The name without its folder. */
  String fileName() {
    return fileName;
  }

  long size() {
    return size;
  }

  /**
   * Reads {@code length} bytes at {@code offset}, little-endian; the caller knows they are within
   * the file.
   *
   * @throws BadInputException if they are no longer
   */
  ByteBuffer read(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(offset);
    while (bytes.hasRemaining()) {
      readNext(bytes);
    }
    return bytes.flip();
  }

  /** Goes to {@code offset}, for {@link #readNext}. */
  void seek(long offset) throws IOException {
    channel.position(offset);
  }

  /**
   * Reads some of the bytes that follow, at least one if there is room; the caller knows they are
   * within the file.
   *
   * @throws BadInputException if they are no longer
   */
  int readNext(ByteBuffer bytes) throws IOException {
    int count = 0;
    while (count == 0 && bytes.hasRemaining()) {
      count = channel.read(bytes);
    }
    if (count < 0) {
      throw new BadInputException(
          InputFault.NOT_A_ZIP,
          place,
          "the file was cut while it was read",
          size + " bytes, as when it was opened",
          "its end at " + channel.position());
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
