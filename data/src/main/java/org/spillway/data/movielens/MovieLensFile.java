package org.spillway.data.movielens;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The four CSV files of a MovieLens archive (setup spec, section 1). */
public enum MovieLensFile {
  /** A row per rating, by userId, then movieId; each pair once. */
  RATINGS("ratings.csv", "userId,movieId,rating,timestamp"),

  /** A row per movie, by movieId. */
  MOVIES("movies.csv", "movieId,title,genres"),

  /** A row per tag that a user gave a movie, by userId, then movieId. */
  TAGS("tags.csv", "userId,movieId,tag,timestamp"),

  /** A row per movie, by movieId; the last cell may be empty. */
  LINKS("links.csv", "movieId,imdbId,tmdbId");

  private final String fileName;
  private final String header;

  MovieLensFile(String fileName, String header) {
    this.fileName = fileName;
    this.header = header;
  }

  /** The entry's name without its folder. */
  public String fileName() {
    return fileName;
  }

  /** The first line, without its end. */
  public String header() {
    return header;
  }

  /** The names in the header, in the real sets' order. */
  public List<String> columns() {
    return List.of(header.split(",", -1));
  }

  /** The file of that name, which is given without a folder and must match in case. */
  public static Optional<MovieLensFile> named(String fileName) {
    return Arrays.stream(values()).filter(file -> file.fileName.equals(fileName)).findFirst();
  }
}
