package org.spillway.transforms.write;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * What only local folders have and Beam's file systems do not speak of: permissions, symbolic
 * links, and being there while empty. Does nothing for any other file system.
 */
final class LocalFolders {

  private LocalFolders() {}

  static boolean isLocal(ResourceId resource) {
    return resource.getScheme().equals("file");
  }

  static boolean isFile(ResourceId folder) {
    return isLocal(folder) && Files.isRegularFile(path(folder));
  }

  /** The size of a file in bytes, or {@link Resources#MISSING}. */
  static long size(ResourceId file) throws IOException {
    Path path = path(file);
    return Files.isRegularFile(path) ? Files.size(path) : Resources.MISSING;
  }

  /** Creates a folder, if it does not exist, that its owner alone can look into. */
  static void createPrivate(ResourceId folder) throws IOException {
    if (isLocal(folder) && !Files.isDirectory(path(folder))) {
      Path path = path(folder);
      Files.createDirectories(path.getParent());
      boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] ownerOnly = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
      };
      Files.createDirectories(path, posix ? ownerOnly : new FileAttribute<?>[0]);
    }
  }

  /** Refuses a file that a symbolic link between it and the folder has put elsewhere. */
  static void checkInside(ResourceId folder, ResourceId file) throws IOException {
    if (isLocal(folder)) {
      Path parent = path(file).getParent();
      while (!Files.exists(parent)) {
        parent = parent.getParent();
      }
      if (!parent.toRealPath().startsWith(path(folder).toRealPath())) {
        throw new OutputFolderException(
            "outputs must stay in "
                + folder
                + ", but "
                + parent
                + " is a link to "
                + parent.toRealPath()
                + "; remove the link or choose another --output");
      }
    }
  }

  /** The names of the folders in a folder; none if it is not local. */
  static List<String> subfolders(ResourceId folder) throws IOException {
    if (!isLocal(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path(folder))) {
      return files.filter(Files::isDirectory).map(file -> file.getFileName().toString()).toList();
    }
  }

  static void deleteIfEmpty(ResourceId folder) throws IOException {
    if (isLocal(folder)) {
      try {
        Files.deleteIfExists(path(folder));
      } catch (DirectoryNotEmptyException e) {
        return; // Another run's folder is in it.
      }
    }
  }

  private static Path path(ResourceId resource) {
    return Path.of(resource.toString());
  }
}
