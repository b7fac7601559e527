package org.spillway.transforms.write;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what goes into one file: a group for each shard. Every group has a null among its
 * elements, so that a shard without elements is a group too, and becomes a file without rows.
 */
final class GroupByShard<T>
    extends PTransform<PCollection<T>, PCollection<KV<Integer, Iterable<@Nullable T>>>> {
  private static final long serialVersionUID = 1;

  /** The id of an element. */
  interface IdOf<T> extends Serializable {
    int of(T element);
  }

  private final IdOf<? super T> key;
  private final int shards;

  GroupByShard(IdOf<? super T> key, int shards) {
    this.key = key;
    this.shards = shards;
  }

  @Override
  public PCollection<KV<Integer, Iterable<@Nullable T>>> expand(PCollection<T> elements) {
    KvCoder<Integer, @Nullable T> coder =
        KvCoder.of(VarIntCoder.of(), NullableCoder.of(elements.getCoder()));
    List<KV<Integer, @Nullable T>> empty = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      empty.add(KV.of(shard, null));
    }
    PCollection<KV<Integer, @Nullable T>> everyShard =
        elements.getPipeline().apply("EveryShard", Create.of(empty).withCoder(coder));
    PCollection<KV<Integer, @Nullable T>> keyed =
        elements.apply("KeyByShard", ParDo.of(new KeyFn<T>(key, shards))).setCoder(coder);
    return PCollectionList.of(keyed)
        .and(everyShard)
        .apply("Flatten", Flatten.pCollections())
        .apply("Group", GroupByKey.create());
  }

  private static final class KeyFn<T> extends DoFn<T, KV<Integer, @Nullable T>> {
    private static final long serialVersionUID = 1;
    private final IdOf<? super T> key;
    private final int shards;

    KeyFn(IdOf<? super T> key, int shards) {
      this.key = key;
      this.shards = shards;
    }

    @ProcessElement
    public void process(@Element T element, OutputReceiver<KV<Integer, @Nullable T>> out) {
      out.output(KV.of(Shards.of(key.of(element), shards), element));
    }
  }
}
