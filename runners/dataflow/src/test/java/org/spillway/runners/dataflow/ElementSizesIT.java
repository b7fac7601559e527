package org.spillway.runners.dataflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.DistributionResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;

/**
 * The size of every element between two steps, as it is encoded: what a runner's shuffle and its
 * side inputs have to carry in one piece. With {@code -Delements.archive=ml-32m.zip} it lists the
 * sizes for a real one, with {@code -Delements.modulus=1} for more users.
 */
class ElementSizesIT {
  private static final String ARCHIVE = System.getProperty("elements.archive");
  private static final int MODULUS = Integer.getInteger("elements.modulus", 2);
  private static final String NAMESPACE = "elements";

  /** No more than the batches of ratings, of which many make a real archive. */
  private static final long MOST_BYTES_OF_TINY = 1 << 20;

  @TempDir private Path folder;

  @Test
  void noElementHoldsMuch() throws IOException {
    Path archive = ARCHIVE == null ? folder.resolve("tiny.zip") : Path.of(ARCHIVE);
    if (ARCHIVE == null) {
      ArchiveGenerator.of(ArchiveSize.TINY).writeTo(archive);
    }
    Pipeline pipeline =
        JobGraph.of(
            List.of(),
            "--runner=DirectRunner",
            "--enforceEncodability=false",
            "--enforceImmutability=false",
            "--targetParallelism=1",
            "--input=" + archive,
            "--output=" + folder.resolve("out"),
            "--userModulus=" + MODULUS);
    collections(pipeline).forEach(ElementSizesIT::measure);

    Map<String, DistributionResult> sizes = sizes(pipeline.run());

    assertThat(sizes.entrySet(), hasSize(greaterThan(50)));
    assertThat(sizes, hasKey("ReadMovies/Read movies.csv.catalogs"));
    if (ARCHIVE == null) {
      assertThat(
          sizes.values().stream().map(DistributionResult::getMax).toList(),
          everyItem(lessThan(MOST_BYTES_OF_TINY)));
    } else {
      print(sizes);
    }
  }

  private static List<PCollection<?>> collections(Pipeline pipeline) {
    List<PCollection<?>> collections = new ArrayList<>();
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public void visitValue(PValue value, TransformHierarchy.Node producer) {
            PCollection<?> collection = (PCollection<?>) value;
            // A group is no element to a runner: it hands on one value after the other.
            boolean isGrouped =
                collection.getCoder() instanceof KvCoder<?, ?> keyed
                    && keyed.getValueCoder() instanceof IterableCoder;
            if (!isGrouped) {
              collections.add(collection);
            }
          }
        });
    return collections;
  }

  private static <T> void measure(PCollection<T> collection) {
    collection.apply(
        "Size of " + collection.getName().replace('/', ' '),
        ParDo.of(new SizeFn<>(collection.getName(), collection.getCoder())));
  }

  private static Map<String, DistributionResult> sizes(PipelineResult result) {
    result.waitUntilFinish();
    Map<String, DistributionResult> sizes = new TreeMap<>();
    MetricsFilter ours =
        MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace(NAMESPACE)).build();
    for (MetricResult<DistributionResult> size :
        result.metrics().queryMetrics(ours).getDistributions()) {
      sizes.put(size.getName().getName(), size.getAttempted());
    }
    return sizes;
  }

  private static void print(Map<String, DistributionResult> sizes) {
    sizes.entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue().getMax(), a.getValue().getMax()))
        .limit(20)
        .forEach(
            size ->
                System.out.printf(
                    Locale.ROOT,
                    "%,12d bytes at most, %,9d elements, %,14d bytes in all: %s%n",
                    size.getValue().getMax(),
                    size.getValue().getCount(),
                    size.getValue().getSum(),
                    size.getKey()));
  }

  /** Counts the bytes of each element. */
  private static final class SizeFn<T> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1;
    private final Distribution sizes;
    private final Coder<T> coder;

    SizeFn(String name, Coder<T> coder) {
      this.sizes = Metrics.distribution(NAMESPACE, name);
      this.coder = coder;
    }

    @ProcessElement
    public void process(@Element T element) throws IOException {
      Counter counter = new Counter();
      coder.encode(element, counter);
      sizes.update(counter.bytes);
    }
  }

  /** Counts what is written to it. */
  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
      bytes += length;
    }
  }
}
