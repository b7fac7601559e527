package org.spillway.runners.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.spillway.transforms.digest.Digests;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.PublishedFile;

/**
 * A digest over the data that a run has published: the files of processed (readiness among them)
 * and of writeup/tables, each as it lies on the disk.
 */
final class DataDigest {

  private DataDigest() {}

  static String of(Path output) throws IOException {
    Manifest manifest = Manifest.fromJson(Files.readString(output.resolve(Manifest.FILE)));
    MessageDigest all = Digests.sha256();
    for (PublishedFile file : manifest.outputs()) {
      if (file.path().startsWith("processed/") || file.path().startsWith("writeup/tables/")) {
        MessageDigest one = Digests.sha256();
        one.update(Files.readAllBytes(output.resolve(file.path())));
        String line = file.path() + " " + HexFormat.of().formatHex(one.digest()) + "\n";
        all.update(line.getBytes(UTF_8));
      }
    }
    return HexFormat.of().formatHex(all.digest());
  }
}
