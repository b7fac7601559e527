/**
 * What the microbenchmarks share: the command that runs them, their data, their counters.
 *
 * <p>A benchmark is in the package of what it measures, which is seldom public: {@code
 * org.spillway.transforms.read.ParseBenchmark} beside the parser, though in another module.
 */
@NullMarked
package org.spillway.bench.micro;

import org.jspecify.annotations.NullMarked;
