/** What a run tells of itself while it runs. */
@NullMarked
package org.spillway.transforms.metrics;

import org.jspecify.annotations.NullMarked;
