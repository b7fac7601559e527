package org.spillway.transforms.read;

import java.io.IOException;

/** Tells how far a parser has come: a chunk is parsed once the next one is asked for. */
final class MeteredChunks implements Chunks {
  private final Chunks chunks;
  private final ReadProgress progress;
  private boolean hasChunk;
  private long parsed;

  MeteredChunks(Chunks chunks, ReadProgress progress) {
    this.chunks = chunks;
    this.progress = progress;
  }

  @Override
  public boolean next() throws IOException {
    if (hasChunk) {
      parsed += chunks.length();
      progress.parsed(parsed);
    }
    hasChunk = chunks.next();
    return hasChunk;
  }

  @Override
  public byte[] bytes() {
    return chunks.bytes();
  }

  @Override
  public int length() {
    return chunks.length();
  }
}
