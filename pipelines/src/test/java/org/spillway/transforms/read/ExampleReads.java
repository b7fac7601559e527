package org.spillway.transforms.read;

/** Reads that have come so far as a test needs; only this package can begin one. */
public final class ExampleReads {

  private ExampleReads() {}

  /** A read of {@code ml/ratings.csv} that is under way. */
  public static ReadProgress ratings(long rows, long bytes, long totalBytes) {
    return entry("ml/ratings.csv", rows, bytes, totalBytes);
  }

  /** A read of an entry that is under way. */
  public static ReadProgress entry(String name, long rows, long bytes, long totalBytes) {
    ReadProgress read = ReadProgress.begin(Place.ofArchive("ml.zip").entry(name), totalBytes);
    read.reached(rows);
    read.parsed(bytes);
    return read;
  }

  /** The same read at its end. */
  public static ReadProgress done(ReadProgress read) {
    read.done();
    return read;
  }
}
