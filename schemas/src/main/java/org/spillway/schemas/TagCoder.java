package org.spillway.schemas;

/** Encodes a {@link Tag}. */
public final class TagCoder extends WireCoder<Tag> {
  private static final TagCoder INSTANCE = new TagCoder();

  private TagCoder() {}

  /** The coder. */
  public static TagCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(Tag tag, WireOutput out) {
    out.putVarLong(tag.userId());
    out.putVarLong(tag.movieId());
    out.putNullableString(tag.tag());
    out.putVarLong(tag.timestamp());
  }

  @Override
  public Tag read(WireInput in) {
    return new Tag(in.getVarInt(), in.getVarInt(), in.getNullableString(), in.getVarLong());
  }
}
