/** Beam's runner for Google Cloud Dataflow: its defaults, and what it asks of a job. */
@NullMarked
package org.spillway.runners.dataflow;

import org.jspecify.annotations.NullMarked;
