package org.spillway.transforms.read;

import java.io.IOException;

/**
 * An entry's bytes, a piece at a time. The pieces may end anywhere, but the first has room for a
 * byte order mark: three bytes, unless the entry is shorter.
 */
interface Chunks {

  /**
   * Goes on to the next chunk; the bytes of the one before are not to be used any more.
   *
   * @return whether there is one, of at least one byte; false at the end, once all of the entry has
   *     been verified
   * @throws BadInputException if the entry is not what the archive says
   */
  boolean next() throws IOException;

  /** The chunk's bytes, from 0 to {@link #length}; not to be changed. */
  byte[] bytes();

  /** How many bytes the chunk has. */
  int length();
}
