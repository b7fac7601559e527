/** Describes users by their histories and movies by their ratings (setup spec, sections 6 to 8). */
@NullMarked
package org.spillway.transforms.features;

import org.jspecify.annotations.NullMarked;
