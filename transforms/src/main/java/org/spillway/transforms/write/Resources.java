package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Small files and folders on any file system that Beam knows. */
final class Resources {

  /** What {@link #sizes} has for a file that does not exist. */
  static final long MISSING = -1;

  private Resources() {}

  /** The file of a name that a {@link ResourceId} gave. */
  static ResourceId file(String name) {
    return FileSystems.matchNewResource(name, false);
  }

  /** The sizes of files in bytes, or {@link #MISSING}. */
  static List<Long> sizes(List<ResourceId> files) throws IOException {
    List<Long> sizes = new ArrayList<>(files.size());
    if (!files.isEmpty() && LocalFolders.isLocal(files.get(0))) {
      // Beam looks for a local file that is missing in every folder below its own.
      for (ResourceId file : files) {
        sizes.add(LocalFolders.size(file));
      }
    } else if (!files.isEmpty()) {
      for (MatchResult match : FileSystems.matchResources(files)) {
        sizes.add(size(match));
      }
    }
    return sizes;
  }

  static boolean exists(ResourceId file) throws IOException {
    return sizes(List.of(file)).get(0) != MISSING;
  }

  /** The files in a folder; none if the folder does not exist. */
  static List<ResourceId> list(ResourceId folder) throws IOException {
    // Beam would look for local ones in every folder below, and follow links.
    return LocalFolders.isLocal(folder) ? LocalFolders.files(folder) : match(folder, "*");
  }

  /** The names of the folders in a folder; on most file systems only if there are files in them. */
  static SortedSet<String> subfolders(ResourceId folder) throws IOException {
    SortedSet<String> names = new TreeSet<>(LocalFolders.subfolders(folder));
    if (!LocalFolders.isLocal(folder)) {
      for (ResourceId file : match(folder, "*/*")) {
        names.add(file.toString().substring(folder.toString().length()).split("/", 2)[0]);
      }
    }
    return names;
  }

  private static List<ResourceId> match(ResourceId folder, String pattern) throws IOException {
    return FileSystems.match(folder + pattern, EmptyMatchTreatment.ALLOW).metadata().stream()
        .map(MatchResult.Metadata::resourceId)
        .toList();
  }

  static String read(ResourceId file) throws IOException {
    LocalFolders.checkReadable(file);
    try (InputStream stream = Channels.newInputStream(FileSystems.open(file))) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }

  /** Writes a file under another name, then renames it: it is there in full or not at all. */
  static void write(ResourceId file, String content) throws IOException {
    ResourceId part =
        file.getCurrentDirectory()
            .resolve(file.getFilename() + ".part", StandardResolveOptions.RESOLVE_FILE);
    try (WritableByteChannel channel = FileSystems.create(part, "application/json")) {
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new WriteFailedException(file.toString(), e);
    }
    FileSystems.rename(List.of(part), List.of(file));
  }

  /** Deletes those of the files that exist. */
  static void delete(List<ResourceId> files) throws IOException {
    List<Long> sizes = sizes(files);
    List<ResourceId> existing = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (sizes.get(i) != MISSING) {
        existing.add(files.get(i));
      }
    }
    if (!existing.isEmpty()) {
      FileSystems.delete(existing);
    }
  }

  /** Deletes the files of a folder, then the folder, unless it has folders in it. */
  static void deleteFolder(ResourceId folder) throws IOException {
    List<ResourceId> files = list(folder);
    if (!files.isEmpty()) {
      FileSystems.delete(files);
    }
    LocalFolders.deleteIfEmpty(folder);
  }

  private static long size(MatchResult match) throws IOException {
    if (match.status() == Status.NOT_FOUND) {
      return MISSING;
    }
    try {
      List<MatchResult.Metadata> found = match.metadata();
      return found.isEmpty() ? MISSING : found.get(0).sizeBytes();
    } catch (FileNotFoundException e) {
      return MISSING;
    }
  }
}
