/** Checks that a data set is ready for the pipelines that come after (setup spec, section 10). */
@NullMarked
package org.spillway.transforms.readiness;

import org.jspecify.annotations.NullMarked;
