/** A cluster of Flink on this machine, for development and for tests. */
@NullMarked
package org.spillway.runners.flink.cluster;

import org.jspecify.annotations.NullMarked;
