/** Samples of users whose whole histories are kept (setup spec, section 4). */
@NullMarked
package org.spillway.transforms.sample;

import org.jspecify.annotations.NullMarked;
