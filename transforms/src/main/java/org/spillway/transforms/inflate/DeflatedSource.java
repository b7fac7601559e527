package org.spillway.transforms.inflate;

import java.io.IOException;

/** Where deflated data comes from. */
@FunctionalInterface
public interface DeflatedSource {

  /**
   * Reads some of the bytes that follow.
   *
   * @param length how many at most; at least 1
   * @return how many, at least 1, or -1 at the end
   */
  int read(byte[] bytes, int offset, int length) throws IOException;
}
