/**
 * Makes archives that look like MovieLens data sets, for tests, demonstrations and measurements.
 */
@NullMarked
package org.spillway.data.generate;

import org.jspecify.annotations.NullMarked;
