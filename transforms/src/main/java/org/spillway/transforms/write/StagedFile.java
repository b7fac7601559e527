package org.spillway.transforms.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.spillway.schemas.OutputFile;
import org.spillway.transforms.digest.Digests;

/**
 * A file that is being staged. Its size and SHA-256 are found while it is written, so that no file
 * is read a second time. A file that is not closed in order is left behind under a name that nobody
 * knows, and goes with its staging folder.
 */
public final class StagedFile extends OutputStream {
  private final String path;
  private final ResourceId resource;
  private final WritableByteChannel channel;
  private final MessageDigest digest = Digests.sha256();
  private long bytes;

  private StagedFile(String path, ResourceId resource, WritableByteChannel channel) {
    this.path = path;
    this.resource = resource;
    this.channel = channel;
  }

  /** Creates a file that is to be published at {@code path}. */
  static StagedFile create(Staging staging, String path) throws IOException {
    ResourceId resource = staging.newFile(path);
    try {
      // They are gone if a runner begins a job anew that has published already.
      LocalFolders.createPrivate(staging.root());
      LocalFolders.createPrivate(staging.folder());
      return new StagedFile(
          path, resource, FileSystems.create(resource, "application/octet-stream"));
    } catch (IOException e) {
      throw new WriteFailedException(resource.toString(), e);
    }
  }

  /**
   * Stages a small file.
   *
   * @param path where it is to be published, relative to the output folder
   * @param rows its data rows; 0 for a file that is no table
   * @param schema what its columns are, as {@link OutputFile#schema} has it
   */
  public static OutputFile write(
      Staging staging, String path, byte[] content, long rows, String schema) throws IOException {
    StagedFile file = create(staging, path);
    try (file) {
      file.write(content, 0, content.length);
    }
    return file.written(rows, schema);
  }

  /** What was written; only once this is closed. */
  OutputFile written(long rows, String schema) {
    if (channel.isOpen()) {
      throw new IllegalStateException("a staged file must be closed first: " + path);
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return new OutputFile(path, resource.toString(), rows, bytes, sha256, schema);
  }

  /** The number of bytes written so far. */
  long position() {
    return bytes;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    digest.update(source, offset, length);
    ByteBuffer buffer = ByteBuffer.wrap(source, offset, length);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new WriteFailedException(resource.toString(), e);
    }
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new WriteFailedException(resource.toString(), e);
    }
  }
}
