/** Digests of what is read and written. */
@NullMarked
package org.spillway.transforms.digest;

import org.jspecify.annotations.NullMarked;
