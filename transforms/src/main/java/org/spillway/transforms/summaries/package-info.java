/**
 * Turns what flows into small tables for people, reports and checks (setup spec, sections 2 to 10).
 *
 * <p>Every transform here gives its tables when there is nothing to count too: of no rows, or with
 * counts of 0 and nulls where there is nothing to average. Those of users, items and slates take
 * one list of them, which may be empty ({@link org.spillway.transforms.gather.Gather#all}).
 */
@NullMarked
package org.spillway.transforms.summaries;

import org.jspecify.annotations.NullMarked;
