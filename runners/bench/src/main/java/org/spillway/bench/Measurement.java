package org.spillway.bench;

import org.jspecify.annotations.Nullable;

/**
 * What a process took, with all that it started.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds user and system time; null where it isn't measured
 * @param peakBytes the most resident memory that any one of its processes had; null where it isn't
 *     measured
 */
public record Measurement(
    double wallSeconds, @Nullable Double cpuSeconds, @Nullable Long peakBytes) {}
