/** What is known of MovieLens archives: their files, their editions, and published figures. */
@NullMarked
package org.spillway.data.movielens;

import org.jspecify.annotations.NullMarked;
