package org.spillway.transforms.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.spillway.transforms.digest.Digests;

/**
 * Whether a published result is still as its manifest has it. What lies outside of the folders and
 * names that Spillway writes to is nobody's concern here.
 *
 * @param manifest what was published
 * @param findings what is not as it was published, in the order of the manifest, strays last; empty
 *     if all is
 */
public record Verification(Manifest manifest, List<Finding> findings) {
  private static final int BUFFER_BYTES = 1 << 16;

  /** What can be wrong with a result. */
  public enum Kind {
    /** There is no {@code _SUCCESS}: the run that wrote this has not ended well. */
    UNFINISHED,
    /** A file is not the one that was published; or the manifest contradicts itself. */
    CHANGED,
    /** A file is not there. */
    MISSING,
    /** A file is among the results that the run has not published. */
    STRAY
  }

  /**
   * Something that is not as it was published.
   *
   * @param path relative to the output folder
   * @param what what was expected and what was found, in a few words
   */
  public record Finding(Kind kind, String path, String what) {}

  /** Copies the list. */
  public Verification {
    findings = List.copyOf(findings);
  }

  /** How many files were published. */
  public int files() {
    return manifest.outputs().size();
  }

  /** Their size in all, as the manifest has it. */
  public long bytes() {
    return manifest.outputs().stream().mapToLong(PublishedFile::bytes).sum();
  }

  /** Whether all is as it was published. */
  public boolean isAsPublished() {
    return findings.isEmpty();
  }

  /**
   * Verifies the result in an output folder: it reads every file once, with flat memory.
   *
   * @param output on any file system that Beam knows, as for {@link OutputFolder#begin}
   * @throws OutputFolderException if there is no manifest to verify it by
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if this names no folder
   */
  public static Verification of(String output) throws IOException {
    Staging names = Staging.ofNewRun(output);
    Manifest manifest = manifest(names);
    List<Finding> findings = new ArrayList<>();
    if (!Resources.exists(names.published(Publication.SUCCESS))) {
      findings.add(
          new Finding(Kind.UNFINISHED, Publication.SUCCESS, "expected the file, found none"));
    }
    findings.addAll(digestFindings(manifest));
    List<Long> sizes =
        Resources.sizes(
            manifest.outputs().stream().map(file -> names.published(file.path())).toList());
    for (int i = 0; i < sizes.size(); i++) {
      PublishedFile file = manifest.outputs().get(i);
      if (sizes.get(i) == Resources.MISSING) {
        findings.add(new Finding(Kind.MISSING, file.path(), "expected the file, found none"));
      } else {
        String what = difference(file, names.published(file.path()), sizes.get(i));
        if (!what.isEmpty()) {
          findings.add(new Finding(Kind.CHANGED, file.path(), what));
        }
      }
    }
    Set<String> published =
        manifest.outputs().stream().map(PublishedFile::path).collect(Collectors.toSet());
    for (String path : OutputFolder.resultPaths(names)) {
      if (!published.contains(path)) {
        findings.add(new Finding(Kind.STRAY, path, "expected none, found a file"));
      }
    }
    return new Verification(manifest, findings);
  }

  private static List<Finding> digestFindings(Manifest manifest) {
    OutputDigests expected = OutputDigests.of(manifest.outputs());
    List<Finding> findings = new ArrayList<>();
    addDigest("data", expected.data(), manifest.digests().data(), findings);
    addDigest("figures", expected.figures(), manifest.digests().figures(), findings);
    return findings;
  }

  private static void addDigest(
      String name, String expected, String found, List<Finding> findings) {
    if (!expected.equals(found)) {
      String what = "expected the digest of its outputs, " + name + " " + expected;
      findings.add(new Finding(Kind.CHANGED, Manifest.FILE, what + ", found " + found));
    }
  }

  private static Manifest manifest(Staging names) throws IOException {
    ResourceId file = names.published(Manifest.FILE);
    if (!Resources.exists(file)) {
      throw new OutputFolderException(
          "expected the output folder of a finished run, found no "
              + Manifest.FILE
              + " in "
              + names.output()
              + "; give the folder that was prepare's --output");
    }
    try {
      return Manifest.fromJson(Resources.read(file));
    } catch (IOException e) {
      throw new OutputFolderException(
          "expected a manifest of Spillway, found "
              + file
              + " to be "
              + e.getMessage()
              + "; run prepare again, into another folder",
          e);
    }
  }

  private static String difference(PublishedFile file, ResourceId place, long size)
      throws IOException {
    if (!LocalFolders.isRegular(place)) {
      return "expected a file, found a link or a device";
    }
    if (size != file.bytes()) {
      return "expected " + file.bytes() + " bytes, found " + size;
    }
    String sha256 = sha256(place);
    return sha256.equals(file.sha256())
        ? ""
        : "expected SHA-256 " + file.sha256() + ", found " + sha256;
  }

  private static String sha256(ResourceId file) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Channels.newInputStream(FileSystems.open(file))) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
