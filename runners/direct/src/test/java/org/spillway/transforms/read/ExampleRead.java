package org.spillway.transforms.read;

/** A read for a test to begin and to end; only this package can. */
public final class ExampleRead {
  private final ReadProgress progress =
      ReadProgress.begin(Place.ofArchive("ml.zip").entry("ml/ratings.csv"), 1);

  /** The read has ended, be it well or not. */
  public void end() {
    progress.over();
  }
}
