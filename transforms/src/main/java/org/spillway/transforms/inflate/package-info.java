/**
 * Inflates deflated data (RFC 1951), for the entries of zip archives: {@link
 * org.spillway.transforms.inflate.InflatingReader}.
 *
 * <p>It is here because most of what reading a large archive takes is inflating it, and this takes
 * two thirds of the time that {@code java.util.zip} does, with either of the virtual machine's
 * compilers and with nothing native. Whoever reads an entry compares its CRC-32, so that a mistake
 * here could fail a run but not change its results.
 */
@NullMarked
package org.spillway.transforms.inflate;

import org.jspecify.annotations.NullMarked;
