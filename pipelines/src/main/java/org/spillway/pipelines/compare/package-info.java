/**
 * Compares two finished runs by what they have published about themselves: {@code manifest.json},
 * {@code readiness.json} and the summary tables. Every part of a run is looked at as tables, so
 * that there is one way to compare.
 */
@NullMarked
package org.spillway.pipelines.compare;

import org.jspecify.annotations.NullMarked;
