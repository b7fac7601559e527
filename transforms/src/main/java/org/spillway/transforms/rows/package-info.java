/**
 * Spillway's elements as Beam rows with a schema, for Beam's schema transforms, {@code
 * SqlTransform} and other IOs: see {@link org.spillway.transforms.rows.ToRows}.
 */
@NullMarked
package org.spillway.transforms.rows;

import org.jspecify.annotations.NullMarked;
