package org.spillway.transforms.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.options.PipelineOptions;
import org.spillway.data.testing.MemoryChannel;
import org.spillway.data.testing.MemoryFileSystem;
import org.spillway.data.testing.MemoryResource;

/**
 * Files in memory, {@code uneven://name}, of which a test says how they read. Beam finds it as it
 * finds those of clouds.
 */
public final class UnevenFileSystem extends MemoryFileSystem {
  private static final String SCHEME = "uneven";
  private static final Map<String, Opener> FILES = new ConcurrentHashMap<>();

  /** Opens a file. */
  interface Opener {
    ReadableByteChannel open() throws IOException;
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
  static String put(String name, byte[] bytes, MemoryChannel.Flow flow) {
    return put(name, () -> new MemoryChannel(bytes, flow));
  }

  @Override
  protected ReadableByteChannel open(MemoryResource file) throws IOException {
    Opener opener = FILES.get(file.location());
    if (opener == null) {
      throw new FileNotFoundException(file.location());
    }
    return opener.open();
  }

  @Override
  protected String getScheme() {
    return SCHEME;
  }
}
