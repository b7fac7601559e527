package org.spillway.schemas;

import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalInt;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * A growing set of ids, for counting distinct users or movies exactly. Ids below 2<sup>20</sup>,
 * which is all of MovieLens, are single bits of an array of at most 128 KiB; larger ones go to a
 * compressed bitmap. Not for use by several threads at once.
 */
public final class DistinctIds implements Serializable {
  private static final int DENSE_LIMIT = 1 << 20;

  private long[] dense = new long[16];
  private final RoaringBitmap sparse = new RoaringBitmap();

  /** Adds an id of at least 0. */
  public void add(int id) {
    if (id < DENSE_LIMIT) {
      int word = id >> 6;
      if (word >= dense.length) {
        dense = Arrays.copyOf(dense, Math.max(dense.length * 2, word + 1));
      }
      dense[word] |= 1L << id;
    } else {
      sparse.add(id);
    }
  }

  /** Whether an id of at least 0 is in the set. */
  public boolean contains(int id) {
    if (id >= DENSE_LIMIT) {
      return sparse.contains(id);
    }
    int word = id >> 6;
    return word < dense.length && (dense[word] & 1L << id) != 0;
  }

  /** The least id that is in another set, too; none if they have no id in common. */
  public OptionalInt firstCommon(DistinctIds other) {
    int words = Math.min(dense.length, other.dense.length);
    for (int word = 0; word < words; word++) {
      long common = dense[word] & other.dense[word];
      if (common != 0) {
        return OptionalInt.of((word << 6) + Long.numberOfTrailingZeros(common));
      }
    }
    RoaringBitmap common = RoaringBitmap.and(sparse, other.sparse);
    return common.isEmpty() ? OptionalInt.empty() : OptionalInt.of(common.first());
  }

  /** Adds all ids of another set. */
  public void addAll(DistinctIds other) {
    if (other.dense.length > dense.length) {
      dense = Arrays.copyOf(dense, other.dense.length);
    }
    for (int i = 0; i < other.dense.length; i++) {
      dense[i] |= other.dense[i];
    }
    sparse.or(other.sparse);
  }

  /** The number of distinct ids. */
  public long count() {
    long count = sparse.getLongCardinality();
    for (long word : dense) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** Writes the ids as their ascending differences. */
  public void write(WireOutput out) {
    out.putVarLong(count());
    long previous = 0;
    for (int word = 0; word < dense.length; word++) {
      for (long rest = dense[word]; rest != 0; rest &= rest - 1) {
        long id = ((long) word << 6) + Long.numberOfTrailingZeros(rest);
        out.putVarLong(id - previous);
        previous = id;
      }
    }
    for (PeekableIntIterator ids = sparse.getIntIterator(); ids.hasNext(); ) {
      int id = ids.next();
      out.putVarLong(id - previous);
      previous = id;
    }
  }

  /** Reads what {@link #write} wrote. */
  public static DistinctIds read(WireInput in) {
    DistinctIds ids = new DistinctIds();
    long previous = 0;
    for (long left = in.getVarLong(); left > 0; left--) {
      previous += in.getVarLong();
      ids.add(Math.toIntExact(previous));
    }
    return ids;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof DistinctIds that) || !sparse.equals(that.sparse)) {
      return false;
    }
    int common = Math.min(dense.length, that.dense.length);
    return Arrays.equals(dense, 0, common, that.dense, 0, common)
        && isEmptyFrom(dense, common)
        && isEmptyFrom(that.dense, common);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(count());
  }

  @Override
  public String toString() {
    return "DistinctIds{count=" + count() + "}";
  }

  private static boolean isEmptyFrom(long[] words, int start) {
    for (int i = start; i < words.length; i++) {
      if (words[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
