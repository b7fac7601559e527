/** Brings small collections together in one place. */
@NullMarked
package org.spillway.transforms.gather;

import org.jspecify.annotations.NullMarked;
