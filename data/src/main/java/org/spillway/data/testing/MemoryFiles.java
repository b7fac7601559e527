package org.spillway.data.testing;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The files of a {@link MemoryFileSystem}, as an object store has them: a flat list of names, no
 * folders, a file there once it is closed and in full, and every change to one file by itself. A
 * test can have it break off, as when the process that makes the changes dies.
 */
final class MemoryFiles {
  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
  private final AtomicLong changesLeft = new AtomicLong(Long.MAX_VALUE);

  /** After so many changes every further one fails; until this is called again. */
  void breakOffAfter(long changes) {
    changesLeft.set(changes);
  }

  /** Negative once a change has failed. */
  long changesLeft() {
    return changesLeft.get();
  }

  byte[] read(String location) throws FileNotFoundException {
    byte[] bytes = files.get(location);
    if (bytes == null) {
      throw new FileNotFoundException(location);
    }
    return bytes;
  }

  boolean exists(String location) {
    return files.containsKey(location);
  }

  /** The files whose names begin so, in order. */
  SortedMap<String, byte[]> below(String prefix) {
    SortedMap<String, byte[]> below = new TreeMap<>(files);
    below.keySet().removeIf(location -> !location.startsWith(prefix));
    return below;
  }

  void put(String location, byte[] bytes) throws IOException {
    change(location);
    files.put(location, bytes);
  }

  /** Deletes a file, if there is one. */
  void delete(String location) throws IOException {
    change(location);
    files.remove(location);
  }

  /** Opens a file that is there once it is closed. */
  WritableByteChannel create(String location) {
    return new Upload(location);
  }

  private void change(String location) throws IOException {
    if (changesLeft.decrementAndGet() < 0) {
      throw new IOException("broke off before a change to " + location);
    }
  }

  private final class Upload implements WritableByteChannel {
    private final String location;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean isClosed;

    Upload(String location) {
      this.location = location;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      if (isClosed) {
        throw new ClosedChannelException();
      }
      int length = from.remaining();
      byte[] chunk = new byte[length];
      from.get(chunk);
      bytes.write(chunk, 0, length);
      return length;
    }

    @Override
    public boolean isOpen() {
      return !isClosed;
    }

    @Override
    public void close() throws IOException {
      if (!isClosed) {
        isClosed = true;
        put(location, bytes.toByteArray());
      }
    }
  }
}
