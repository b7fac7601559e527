/**
 * Writes a run's results, so that a reader never takes part of a result for the whole: every file
 * is staged under the output folder, and {@link org.spillway.transforms.write.PublishOutputs} moves
 * all of them to their places once the last one is there.
 *
 * <p>A launcher calls {@link org.spillway.transforms.write.OutputFolder#begin} and gives the {@link
 * org.spillway.transforms.write.Staging} that it gets to the writers. Bytes depend on the data and
 * the parameters alone: not on the runner, its parallelism or the order in which elements arrive.
 */
@NullMarked
package org.spillway.transforms.write;

import org.jspecify.annotations.NullMarked;
