/** What tests of all modules share: small archives made to order, and the place of real data. */
@NullMarked
package org.spillway.data.testing;

import org.jspecify.annotations.NullMarked;
