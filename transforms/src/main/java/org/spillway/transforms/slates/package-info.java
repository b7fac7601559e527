/** Builds seed slates: candidate sets for simulated promotion (setup spec, section 9). */
@NullMarked
package org.spillway.transforms.slates;

import org.jspecify.annotations.NullMarked;
