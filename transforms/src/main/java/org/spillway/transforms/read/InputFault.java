package org.spillway.transforms.read;

/**
 * What can be wrong with an input as a whole. A fault ends the run; a row that is wrong by itself
 * is rejected instead. The codes are stable: a code is never given another meaning.
 */
public enum InputFault {
  NOT_FOUND(1, "the archive cannot be opened", "check the path and who may read it"),
  NOT_SEEKABLE(
      2, "the file system cannot seek in the archive", "copy the archive to one that can seek"),
  NOT_A_ZIP(3, "the file is not a zip, or its end is cut off", "download or copy it again"),
  MULTI_DISK(4, "the archive is split into several files", "join its parts (zip -s 0)"),
  DIRECTORY_CORRUPT(5, "the zip's central directory is unreadable", "download or copy it again"),
  COUNTS_DISAGREE(
      6, "the zip's end and its central directory count different entries", "re-zip the files"),
  HEADERS_DISAGREE(
      7, "an entry's local header contradicts the central directory", "re-zip the files"),
  OVERLAP(8, "entries of the zip overlap", "do not use this archive: re-zip the files"),
  DUPLICATE_NAME(9, "two entries have one name", "re-zip the files, each once"),
  STRAY_BYTES(10, "bytes of the file belong to no entry of the zip", "re-zip the files"),
  UNSAFE_NAME(11, "an entry's name is unsafe or not UTF-8", "re-zip the files with plain names"),
  ENCRYPTED(12, "the entry is encrypted", "unzip it with its password and re-zip with deflate"),
  METHOD(13, "the entry's compression is not supported", "re-zip with deflate"),
  TOO_LARGE(
      14,
      "a size is over its cap",
      "give a higher --maxEntryBytes or --maxTotalBytes if the data is genuine"),
  RATIO(
      15,
      "the entry inflates to suspiciously much",
      "give a higher --maxRatio if the data is genuine"),
  DATA_CORRUPT(16, "the entry's compressed data is damaged", "download or copy the archive again"),
  SIZE_MISMATCH(
      17, "the entry's size is not what the directory says", "download or copy the archive again"),
  CRC_MISMATCH(
      18,
      "the entry's CRC-32 is not what the directory says",
      "download or copy the archive again"),
  MD5_MISMATCH(
      19,
      "the entry's MD5 is not what checksums.txt says",
      "download the archive again, or give --checksumMismatchAsWarning to go on"),
  CHECKSUMS_UNREADABLE(
      20, "checksums.txt is not a list of MD5 sums", "repair checksums.txt or leave it out"),
  ENTRY_MISSING(21, "the archive lacks a file", "add it, in the folder of the others"),
  ENTRY_AMBIGUOUS(22, "the archive has a file twice", "leave one of them in the archive"),
  ENTRY_MISNAMED(23, "a file of the archive has another name", "rename it"),
  FOLDERS_DIFFER(24, "the files of the archive are in different folders", "put them in one folder"),
  NO_DATA(25, "the file has no data", "check how the archive was made"),
  HEADER_UNREADABLE(26, "the header is unreadable", "check that the file is a CSV with a header"),
  MISSING_COLUMN(27, "a column is missing", "add it, or correct its name in the header"),
  REPEATED_COLUMN(28, "a column occurs twice", "leave one of them in the file"),
  UNCLOSED_QUOTE(29, "a quote never closes", "close it, or double it if it is part of the text"),
  MILLISECONDS(30, "the timestamps look like milliseconds", "divide them by 1000"),
  TOO_MANY_REJECTED(
      31, "too many rows were rejected", "correct the rows or give a higher --maxRejectedShare"),
  CATALOGS_DIFFER(
      32,
      "the archives' movies.csv or links.csv differ",
      "give each archive of the data set the same movies.csv and links.csv"),
  USER_IN_TWO_ARCHIVES(
      33,
      "a user has ratings in two archives",
      "cut the data set by user, and give each part once"),
  DIRECTORY_TOO_LARGE(
      34, "the zip's central directory is too large", "re-zip the files, without others");

  private final int number;
  private final String meaning;
  private final String remedy;

  InputFault(int number, String meaning, String remedy) {
    this.number = number;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The code that messages begin with, such as {@code INPUT-018}. */
  public String code() {
    return String.format("INPUT-%03d", number);
  }

  /** What the code stands for, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** What a user can do about it, in a few words. */
  public String remedy() {
    return remedy;
  }
}
