package org.spillway.transforms.read;

/** The three bytes with which some programs begin a file of UTF-8. */
final class ByteOrderMark {
  private static final int LENGTH = 3;

  private ByteOrderMark() {}

  /** Returns where the text begins, and accounts for the mark. */
  static int skip(byte[] bytes, int start, int end, EntryAccount account) {
    boolean isPresent =
        end - start >= LENGTH
            && bytes[start] == (byte) 0xEF
            && bytes[start + 1] == (byte) 0xBB
            && bytes[start + 2] == (byte) 0xBF;
    account.add(EntryFigures.HAS_BYTE_ORDER_MARK, isPresent ? 1 : 0);
    return isPresent ? start + LENGTH : start;
  }
}
