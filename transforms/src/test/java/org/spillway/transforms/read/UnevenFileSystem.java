package org.spillway.transforms.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Files in memory, {@code uneven://name}, of which a test says how they read. Beam finds it as it
 * finds those of clouds.
 */
public final class UnevenFileSystem extends FileSystem<UnevenFileSystem.Resource> {
  private static final String SCHEME = "uneven";
  private static final Map<String, Opener> FILES = new ConcurrentHashMap<>();

  /** Opens a file. */
  interface Opener {
    ReadableByteChannel open() throws IOException;
  }

  /** Says how many of the bytes that are wanted at a place a read gives: 0 for none yet, or -1. */
  interface Flow {
    int give(long position, int wanted) throws IOException;
  }

  /** What Beam's file systems are registered by. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new UnevenFileSystem());
    }
  }

  /** Puts a file in place of any that has the name, and returns its location. */
  static String put(String name, Opener opener) {
    FILES.put(SCHEME + "://" + name, opener);
    return SCHEME + "://" + name;
  }

  /** Puts a file that can seek. */
  static String put(String name, byte[] bytes, Flow flow) {
    return put(name, () -> new Channel(bytes, flow));
  }

  @Override
  protected ReadableByteChannel open(Resource resource) throws IOException {
    Opener opener = FILES.get(resource.location());
    if (opener == null) {
      throw new FileNotFoundException(resource.location());
    }
    return opener.open();
  }

  @Override
  protected Resource matchNewResource(String location, boolean isDirectory) {
    return new Resource(location);
  }

  @Override
  protected String getScheme() {
    return SCHEME;
  }

  @Override
  protected List<MatchResult> match(List<String> specs) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected WritableByteChannel create(Resource resource, CreateOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void copy(List<Resource> from, List<Resource> to) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void rename(List<Resource> from, List<Resource> to, MoveOptions... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void delete(Collection<Resource> resources) {
    throw new UnsupportedOperationException();
  }

  /** A file's location. */
  record Resource(String location) implements ResourceId {
    @Override
    public ResourceId resolve(String other, ResolveOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ResourceId getCurrentDirectory() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public String getFilename() {
      return location.substring(location.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isDirectory() {
      return false;
    }

    @Override
    public String toString() {
      return location;
    }
  }

  /** A file that is open. */
  static class Channel implements SeekableByteChannel {
    private final byte[] bytes;
    private final Flow flow;
    private long position;
    private boolean isClosed;

    Channel(byte[] bytes, Flow flow) {
      this.bytes = bytes;
      this.flow = flow;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (isClosed) {
        throw new ClosedChannelException();
      }
      int left = (int) Math.max(0, bytes.length - position);
      int wanted = Math.min(into.remaining(), left);
      int given = left == 0 ? -1 : Math.min(wanted, flow.give(position, wanted));
      if (given > 0) {
        into.put(bytes, (int) position, given);
        position += given;
      }
      return given;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      position = newPosition;
      return this;
    }

    @Override
    public long size() throws IOException {
      return bytes.length;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return !isClosed;
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
