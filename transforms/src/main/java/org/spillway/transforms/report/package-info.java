/**
 * Writes a run's report: one HTML page that explains what was prepared, from the run's summary
 * tables and readiness checks alone. The page is self-contained: it loads nothing, and its
 * Content-Security-Policy allows its own style and script by their hashes and nothing else.
 */
@NullMarked
package org.spillway.transforms.report;

import org.jspecify.annotations.NullMarked;
