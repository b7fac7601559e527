package org.spillway.transforms.summaries;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Tag;
import org.spillway.schemas.WireCoder;
import org.spillway.schemas.WireInput;
import org.spillway.schemas.WireOutput;

/**
 * Tags as columns, cleaned, each text once however often it was given: a fraction of the size of
 * the rows, and a fraction of the objects.
 */
final class CleanTags {
  /** Stands in the column of texts for a tag that is missing. */
  static final int MISSING = -1;

  private final Object2IntOpenHashMap<String> indexOf = new Object2IntOpenHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final IntArrayList textIndexes = new IntArrayList();
  private final IntArrayList userIds = new IntArrayList();
  private final IntArrayList movieIds = new IntArrayList();
  private long firstTimestamp = Long.MAX_VALUE;
  private long lastTimestamp = Long.MIN_VALUE;

  CleanTags() {
    indexOf.defaultReturnValue(MISSING);
  }

  void addAll(Batch<Tag> batch) {
    batch.rows().forEach(this::add);
  }

  private void add(Tag tag) {
    String text = tag.cleanTag();
    addRow(text == null ? MISSING : indexOf(text), tag.userId(), tag.movieId());
    firstTimestamp = Math.min(firstTimestamp, tag.timestamp());
    lastTimestamp = Math.max(lastTimestamp, tag.timestamp());
  }

  void merge(CleanTags other) {
    int[] indexes = new int[other.texts.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = indexOf(other.texts.get(i));
    }
    for (int row = 0; row < other.size(); row++) {
      int index = other.textIndex(row);
      addRow(index == MISSING ? MISSING : indexes[index], other.userId(row), other.movieId(row));
    }
    firstTimestamp = Math.min(firstTimestamp, other.firstTimestamp);
    lastTimestamp = Math.max(lastTimestamp, other.lastTimestamp);
  }

  /** The number of rows, those without a tag too. */
  int size() {
    return userIds.size();
  }

  /** The distinct tags. */
  List<String> texts() {
    return texts;
  }

  /** The index of a row's tag among the {@link #texts}, or {@link #MISSING}. */
  int textIndex(int row) {
    return textIndexes.getInt(row);
  }

  int userId(int row) {
    return userIds.getInt(row);
  }

  int movieId(int row) {
    return movieIds.getInt(row);
  }

  /** The earliest row, seconds since 1970, UTC; meaningless without rows. */
  long firstTimestamp() {
    return firstTimestamp;
  }

  /** The latest row, seconds since 1970, UTC; meaningless without rows. */
  long lastTimestamp() {
    return lastTimestamp;
  }

  private int indexOf(String text) {
    int index = indexOf.getInt(text);
    if (index == MISSING) {
      index = texts.size();
      indexOf.put(text, index);
      texts.add(text);
    }
    return index;
  }

  private void addRow(int textIndex, int userId, int movieId) {
    textIndexes.add(textIndex);
    userIds.add(userId);
    movieIds.add(movieId);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CleanTags that
        && texts.equals(that.texts)
        && textIndexes.equals(that.textIndexes)
        && userIds.equals(that.userIds)
        && movieIds.equals(that.movieIds)
        && firstTimestamp == that.firstTimestamp
        && lastTimestamp == that.lastTimestamp;
  }

  @Override
  public int hashCode() {
    return 31 * userIds.hashCode() + movieIds.hashCode();
  }

  /** Encodes tags: the texts, then row after row. */
  static final class CleanTagsCoder extends WireCoder<CleanTags> {

    @Override
    public void write(CleanTags tags, WireOutput out) {
      out.putVarLong(tags.texts.size());
      for (String text : tags.texts) {
        out.putString(text);
      }
      out.putVarLong(tags.size());
      if (tags.size() > 0) {
        out.putVarLong(tags.firstTimestamp);
        out.putVarLong(tags.lastTimestamp);
      }
      for (int row = 0; row < tags.size(); row++) {
        out.putVarLong(tags.textIndex(row) + 1);
        out.putVarLong(tags.userId(row));
        out.putVarLong(tags.movieId(row));
      }
    }

    @Override
    public CleanTags read(WireInput in) {
      CleanTags tags = new CleanTags();
      for (int left = in.getCount(); left > 0; left--) {
        tags.indexOf(in.getString());
      }
      int rows = in.getCount();
      if (rows > 0) {
        tags.firstTimestamp = in.getVarLong();
        tags.lastTimestamp = in.getVarLong();
      }
      for (int row = 0; row < rows; row++) {
        tags.addRow(in.getVarInt() - 1, in.getVarInt(), in.getVarInt());
      }
      return tags;
    }

    @Override
    protected int expectedSize(CleanTags tags) {
      return 16 + 16 * tags.texts.size() + 9 * tags.size();
    }
  }
}
