package org.spillway.transforms.write;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * What only local folders have and Beam's file systems do not speak of: permissions, symbolic
 * links, and being there while empty. A link is a thing by itself here: it is there even if it
 * leads nowhere, and nothing looks or deletes behind it. Does nothing for any other file system.
 */
final class LocalFolders {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private LocalFolders() {}

  static boolean isLocal(ResourceId resource) {
    return resource.getScheme().equals("file");
  }

  /** Whether there is something where a folder should be. */
  static boolean isFile(ResourceId folder) {
    return isLocal(folder) && Files.exists(path(folder)) && !Files.isDirectory(path(folder));
  }

  /** The size of a file in bytes, 0 of a link or a device, or {@link Resources#MISSING}. */
  static long size(ResourceId file) throws IOException {
    Path path = path(file);
    if (Files.isRegularFile(path, NOFOLLOW_LINKS)) {
      return Files.size(path);
    }
    boolean isOther =
        Files.exists(path, NOFOLLOW_LINKS) && !Files.isDirectory(path, NOFOLLOW_LINKS);
    return isOther ? 0 : Resources.MISSING;
  }

  /** Whether this is a file, or may well be one, and no link to one. */
  static boolean isRegular(ResourceId file) {
    return !isLocal(file) || Files.isRegularFile(path(file), NOFOLLOW_LINKS);
  }

  /** Refuses what would be waited for without end, such as a pipe. */
  static void checkReadable(ResourceId file) throws IOException {
    if (isLocal(file) && Files.exists(path(file)) && !Files.isRegularFile(path(file))) {
      throw new IOException("expected a file at " + file + ", found something else");
    }
  }

  /** Creates a folder if it does not exist. */
  static void create(ResourceId folder) throws IOException {
    if (isLocal(folder)) {
      try {
        Files.createDirectories(path(folder));
      } catch (IOException e) {
        throw new WriteFailedException(folder.toString(), e);
      }
    }
  }

  /**
   * Creates a folder, if it does not exist, and sees to it that only its owner can look into it.
   */
  static void createPrivate(ResourceId folder) throws IOException {
    if (isLocal(folder)) {
      Path path = path(folder);
      Files.createDirectories(path.getParent());
      boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (!Files.isDirectory(path)) {
        FileAttribute<?>[] ownerOnly = {PosixFilePermissions.asFileAttribute(OWNER_ONLY)};
        try {
          Files.createDirectory(path, posix ? ownerOnly : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
          if (!Files.isDirectory(path)) {
            throw e;
          }
          // Another step has just made it.
        }
      }
      if (posix && !Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
        Files.setPosixFilePermissions(path, OWNER_ONLY);
      }
    }
  }

  /** Refuses a file that a symbolic link between it and the folder has put elsewhere. */
  static void checkInside(ResourceId folder, ResourceId file) throws IOException {
    if (isLocal(folder) && Files.exists(path(folder))) {
      Path parent = path(file).getParent();
      while (!Files.exists(parent, NOFOLLOW_LINKS)) {
        parent = parent.getParent();
      }
      boolean isDangling = !Files.exists(parent);
      if (isDangling || !parent.toRealPath().startsWith(path(folder).toRealPath())) {
        throw new OutputFolderException(
            "outputs must stay in "
                + folder
                + ", but "
                + parent
                + " is a link to "
                + (isDangling ? Files.readSymbolicLink(parent) : parent.toRealPath())
                + "; remove the link or choose another --output");
      }
    }
  }

  /** Refuses a file that cannot be put into its place, for what is there or in between. */
  static void checkFree(ResourceId folder, ResourceId file) throws IOException {
    if (isLocal(folder)) {
      Path place = path(file);
      for (int names = path(folder).getNameCount() + 1; names < place.getNameCount(); names++) {
        Path between = place.getRoot().resolve(place.subpath(0, names));
        if (Files.exists(between) && !Files.isDirectory(between)) {
          throw notFree("folder", between, "it is a file");
        }
        if (Files.exists(between) && !Files.isWritable(between)) {
          throw notFree("folder", between, "it cannot be written");
        }
      }
      if (Files.isDirectory(place, NOFOLLOW_LINKS)) {
        throw notFree("file", place, "it is a folder");
      }
    }
  }

  private static OutputFolderException notFree(String what, Path place, String why) {
    return new OutputFolderException(
        "outputs need a "
            + what
            + " at "
            + place
            + ", but "
            + why
            + "; move it away or choose another --output");
  }

  /** The names of the folders in a folder; none if it is not local. */
  static List<String> subfolders(ResourceId folder) throws IOException {
    return isLocal(folder)
        ? list(folder, path -> Files.isDirectory(path, NOFOLLOW_LINKS)).stream()
            .map(path -> path.getFileName().toString())
            .toList()
        : List.of();
  }

  /** The files and links in a local folder; none if it does not exist. */
  static List<ResourceId> files(ResourceId folder) throws IOException {
    return list(folder, path -> !Files.isDirectory(path, NOFOLLOW_LINKS)).stream()
        .map(path -> FileSystems.matchNewResource(path.toString(), false))
        .toList();
  }

  static void deleteIfEmpty(ResourceId folder) throws IOException {
    if (isLocal(folder) && Files.isDirectory(path(folder), NOFOLLOW_LINKS)) {
      try {
        Files.deleteIfExists(path(folder));
      } catch (DirectoryNotEmptyException e) {
        return; // Another run's folder is in it, or somebody's own file.
      }
    }
  }

  private static List<Path> list(ResourceId folder, Predicate<Path> filter) throws IOException {
    if (!Files.isDirectory(path(folder))) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(path(folder))) {
      return paths.filter(filter).sorted().toList();
    }
  }

  private static Path path(ResourceId resource) {
    return Path.of(resource.toString());
  }
}
