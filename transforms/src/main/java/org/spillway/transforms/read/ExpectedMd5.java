package org.spillway.transforms.read;

/**
 * What an entry's MD5 must be.
 *
 * @param hex 32 digits in lower case
 * @param mismatchIsFault whether another one ends the run
 */
record ExpectedMd5(String hex, boolean mismatchIsFault) {}
