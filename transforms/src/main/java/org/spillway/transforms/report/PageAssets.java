package org.spillway.transforms.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What all of Spillway's pages have in common, to be put into the page itself. */
public final class PageAssets {

  /** The style sheet. */
  public static final String STYLE = resource("report.css");

  /** The script: it sorts tables of the class {@code sortable}. */
  public static final String SCRIPT = resource("report.js");

  /** A Content-Security-Policy that allows these two by their SHA-256 and forbids all else. */
  public static final String POLICY =
      "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
          + hash(STYLE)
          + "; script-src "
          + hash(SCRIPT);

  private PageAssets() {}

  private static String resource(String name) {
    try (InputStream stream = PageAssets.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
