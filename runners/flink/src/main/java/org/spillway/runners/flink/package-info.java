/** The command line with Beam's Flink runner, and a cluster to try it on. */
@NullMarked
package org.spillway.runners.flink;

import org.jspecify.annotations.NullMarked;
