/**
 * Reads the CSV files of MovieLens archives in place: {@link
 * org.spillway.transforms.read.ReadZipCsv} is where to start.
 *
 * <p>An archive is a front door: its structure is verified before an entry is opened, its data
 * while it streams, and every row is either accepted or rejected with a reason. What is wrong with
 * an input as a whole is a {@link org.spillway.transforms.read.BadInputException}.
 */
@NullMarked
package org.spillway.transforms.read;

import org.jspecify.annotations.NullMarked;
