package org.spillway.schemas;

/** Encodes a {@link Link}. */
public final class LinkCoder extends WireCoder<Link> {
  private static final LinkCoder INSTANCE = new LinkCoder();

  private LinkCoder() {}

  /** The coder. */
  public static LinkCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(Link link, WireOutput out) {
    out.putVarLong(link.movieId());
    out.putNullableString(link.imdbId());
    out.putNullableString(link.tmdbId());
  }

  @Override
  public Link read(WireInput in) {
    return new Link(in.getVarInt(), in.getNullableString(), in.getNullableString());
  }
}
