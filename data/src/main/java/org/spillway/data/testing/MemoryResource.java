package org.spillway.data.testing;

import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The location of a file in memory, or of a folder if it ends in {@code /}.
 *
 * @param location {@code scheme://name}, with {@code /} between the names of folders
 */
public record MemoryResource(String location) implements ResourceId {

  @Override
  public ResourceId resolve(String other, ResolveOptions options) {
    if (!isDirectory()) {
      throw new IllegalStateException("a folder is expected, but this is a file: " + location);
    }
    boolean isFolder = options == StandardResolveOptions.RESOLVE_DIRECTORY;
    return new MemoryResource(location + other + (isFolder && !other.endsWith("/") ? "/" : ""));
  }

  @Override
  public ResourceId getCurrentDirectory() {
    return isDirectory()
        ? this
        : new MemoryResource(location.substring(0, location.lastIndexOf('/') + 1));
  }

  @Override
  public String getScheme() {
    return location.substring(0, location.indexOf(':'));
  }

  @Override
  public String getFilename() {
    String name = isDirectory() ? location.substring(0, location.length() - 1) : location;
    return name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public boolean isDirectory() {
    return location.endsWith("/");
  }

  @Override
  public String toString() {
    return location;
  }
}
