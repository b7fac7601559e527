/** Joins histories to the catalog (setup spec, section 5). */
@NullMarked
package org.spillway.transforms.enrich;

import org.jspecify.annotations.NullMarked;
