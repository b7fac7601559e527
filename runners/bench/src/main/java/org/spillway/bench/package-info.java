/**
 * Measures the main job as a user runs it, beside other tools that do the same job, after checking
 * that they agree on its results.
 */
@NullMarked
package org.spillway.bench;

import org.jspecify.annotations.NullMarked;
