package org.spillway.pipelines.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineVisitor;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.reflect.DoFnInvokers;
import org.spillway.transforms.digest.Digests;

/**
 * Does early what a run needs once in a process, on a core that its start leaves idle: Beam's
 * registry of options, the library of digests, the invokers of steps. Whoever needs such a thing
 * first makes it, here or there, so nothing waits for a head start and nothing depends on one.
 */
final class HeadStart {

  private HeadStart() {}

  /** Begins with what every run needs. */
  static void begin() {
    inBackground(
        () -> {
          PipelineOptionsFactory.create();
          Digests.md5();
        });
  }

  /** Goes on with what the steps of this pipeline need. */
  static void of(Pipeline pipeline) {
    List<DoFn<?, ?>> functions = functions(pipeline);
    inBackground(() -> functions.forEach(DoFnInvokers::invokerFor));
  }

  private static List<DoFn<?, ?>> functions(Pipeline pipeline) {
    List<DoFn<?, ?>> functions = new ArrayList<>();
    pipeline.traverseTopologically(
        new PipelineVisitor.Defaults() {
          @Override
          public void visitPrimitiveTransform(TransformHierarchy.Node node) {
            if (node.getTransform() instanceof ParDo.MultiOutput<?, ?> parDo) {
              functions.add(parDo.getFn());
            }
          }
        });
    return functions;
  }

  private static void inBackground(Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (RuntimeException | LinkageError e) {
                // The run meets the same, where it can be said.
              }
            },
            "head-start");
    thread.setDaemon(true);
    thread.start();
  }
}
