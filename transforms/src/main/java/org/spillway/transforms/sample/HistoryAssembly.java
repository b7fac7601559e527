package org.spillway.transforms.sample;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchBuilder;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.UserHistoryBuilder;

/** Cuts batches into partitions, and puts the pieces of one partition together as histories. */
final class HistoryAssembly {

  private HistoryAssembly() {}

  /** The rows of each partition, in the batch's order; null where a partition has none. */
  static @Nullable RatingBatch[] split(RatingBatch batch, int partitions) {
    @Nullable RatingBatch[] pieces = new RatingBatch[partitions];
    if (partitions == 1) {
      pieces[0] = batch;
      return pieces;
    }
    @Nullable RatingBatchBuilder[] builders = new RatingBatchBuilder[partitions];
    for (int i = 0; i < batch.size(); i++) {
      int partition = UserPartition.of(batch.userId(i), partitions);
      if (builders[partition] == null) {
        int expected = Math.max(16, batch.size() / partitions);
        builders[partition] = new RatingBatchBuilder(batch.position(), expected);
      }
      builders[partition].add(
          batch.userId(i), batch.movieId(i), batch.halfStars(i), batch.timestamp(i));
    }
    for (int partition = 0; partition < partitions; partition++) {
      pieces[partition] = builders[partition] == null ? null : builders[partition].build();
    }
    return pieces;
  }

  /** The histories in these batches by ascending user, each in the order of the file. */
  static List<UserHistory> assemble(Iterable<RatingBatch> batches) {
    List<RatingBatch> inFileOrder = new ArrayList<>();
    batches.forEach(inFileOrder::add);
    inFileOrder.sort(Comparator.comparingLong(RatingBatch::position));

    Int2IntOpenHashMap sizes = new Int2IntOpenHashMap();
    for (RatingBatch batch : inFileOrder) {
      for (int i = 0; i < batch.size(); i++) {
        sizes.addTo(batch.userId(i), 1);
      }
    }
    Int2ObjectOpenHashMap<UserHistoryBuilder> builders = new Int2ObjectOpenHashMap<>(sizes.size());
    for (RatingBatch batch : inFileOrder) {
      fill(builders, sizes, batch);
    }

    int[] userIds = builders.keySet().toIntArray();
    Arrays.sort(userIds);
    List<UserHistory> histories = new ArrayList<>(userIds.length);
    for (int userId : userIds) {
      histories.add(builders.get(userId).build());
    }
    return histories;
  }

  private static void fill(
      Int2ObjectOpenHashMap<UserHistoryBuilder> builders,
      Int2IntOpenHashMap sizes,
      RatingBatch batch) {
    int lastUser = 0;
    UserHistoryBuilder history = null;
    for (int i = 0; i < batch.size(); i++) {
      int userId = batch.userId(i);
      if (history == null || userId != lastUser) {
        lastUser = userId;
        history = builders.computeIfAbsent(userId, id -> new UserHistoryBuilder(id, sizes.get(id)));
      }
      history.add(batch.movieId(i), batch.halfStars(i), batch.timestamp(i));
    }
  }
}
