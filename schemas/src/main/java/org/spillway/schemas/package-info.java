/**
 * What flows through Spillway's pipelines: immutable value types, two accumulators ({@link
 * org.spillway.schemas.DistinctIds}, {@link org.spillway.schemas.RatingsProfile}), and their
 * coders.
 *
 * <p>Ratings travel as columns ({@link org.spillway.schemas.RatingBatch}, {@link
 * org.spillway.schemas.UserHistory}), never as single rows. A rating is an integer count of half
 * stars (1 to 10), so that sums of ratings are exact; a time is whole seconds since 1970-01-01 UTC.
 * Every type has an explicit, deterministic coder, registered with Beam by {@link
 * org.spillway.schemas.SchemasCoderRegistrar}.
 */
@NullMarked
package org.spillway.schemas;

import org.jspecify.annotations.NullMarked;
