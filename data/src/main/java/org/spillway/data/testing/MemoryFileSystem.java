package org.spillway.data.testing;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Files in memory, {@code memory://bucket/name}, for tests. They behave as those of an object store
 * such as {@code gs://}: there are no folders, a file is there once it has been closed, and to
 * rename is to copy and then to delete, one file after the other.
 *
 * <p>Beam finds it as it finds those of clouds, once a test names {@link Registrar} in {@code
 * META-INF/services}.
 */
public class MemoryFileSystem extends FileSystem<MemoryResource> {
  private static final String SCHEME = "memory";
  private static final MemoryFiles FILES = new MemoryFiles();

  /** What Beam's file systems are registered by. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new MemoryFileSystem());
    }
  }

  /** The files below a location, by name. */
  public static SortedMap<String, byte[]> files(String location) {
    return FILES.below(location);
  }

  /** Puts a file in place of any that has the name, and returns its location. */
  public static String put(String location, byte[] bytes) throws IOException {
    FILES.put(location, bytes);
    return location;
  }

  /** Forgets the files below a location. */
  public static void clear(String location) throws IOException {
    for (String file : FILES.below(location).keySet()) {
      FILES.delete(file);
    }
  }

  /** After so many changes to files every further one fails, as if the process had died. */
  public static void breakOffAfter(long changes) {
    FILES.breakOffAfter(changes);
  }

  /** How many changes are left before they fail. */
  public static long changesLeft() {
    return FILES.changesLeft();
  }

  /** Makes changes possible again, and returns whether one had failed. */
  public static boolean mend() {
    boolean hasBrokenOff = FILES.changesLeft() < 0;
    FILES.breakOffAfter(Long.MAX_VALUE);
    return hasBrokenOff;
  }

  @Override
  protected ReadableByteChannel open(MemoryResource file) throws IOException {
    return new MemoryChannel(FILES.read(file.location()), (position, wanted) -> wanted);
  }

  @Override
  protected WritableByteChannel create(MemoryResource file, CreateOptions options)
      throws IOException {
    return FILES.create(file.location());
  }

  @Override
  protected MemoryResource matchNewResource(String location, boolean isDirectory) {
    return new MemoryResource(isDirectory && !location.endsWith("/") ? location + "/" : location);
  }

  @Override
  protected String getScheme() {
    return SCHEME;
  }

  @Override
  protected List<MatchResult> match(List<String> specs) {
    return specs.stream().map(MemoryFileSystem::match).toList();
  }

  /** As globs have it: a star stands for what has no slash in it. */
  private static MatchResult match(String spec) {
    Pattern pattern = Pattern.compile(Pattern.quote(spec).replace("*", "\\E[^/]*\\Q"));
    List<MatchResult.Metadata> found = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : FILES.below("").entrySet()) {
      if (pattern.matcher(file.getKey()).matches()) {
        found.add(
            MatchResult.Metadata.builder()
                .setResourceId(new MemoryResource(file.getKey()))
                .setSizeBytes(file.getValue().length)
                .setIsReadSeekEfficient(true)
                .build());
      }
    }
    return MatchResult.create(found.isEmpty() ? Status.NOT_FOUND : Status.OK, found);
  }

  @Override
  protected void copy(List<MemoryResource> from, List<MemoryResource> to) throws IOException {
    for (int i = 0; i < from.size(); i++) {
      FILES.put(to.get(i).location(), FILES.read(from.get(i).location()));
    }
  }

  @Override
  protected void rename(List<MemoryResource> from, List<MemoryResource> to, MoveOptions... options)
      throws IOException {
    for (int i = 0; i < from.size(); i++) {
      copy(List.of(from.get(i)), List.of(to.get(i)));
      FILES.delete(from.get(i).location());
    }
  }

  @Override
  protected void delete(Collection<MemoryResource> files) throws IOException {
    for (MemoryResource file : files) {
      FILES.delete(file.location());
    }
  }
}
