package org.spillway.pipelines.setup;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/**
 * What the setup pipeline can be told on a command line. The command line's help is made from these
 * descriptions and defaults; {@link SetupConfig} checks the values.
 */
public interface SetupOptions extends PipelineOptions {

  /** The archive, or the parts of one. */
  @Description(
      "The MovieLens zip: a path, or a location on a file system whose Beam module is in the"
          + " build; of a data set that was cut by user, all parts, with commas between or as a"
          + " pattern with * or ?")
  @Validation.Required
  String getInput();

  void setInput(String input);

  /** The output folder. */
  @Description("The folder for all that the run writes; it is made if it is missing")
  @Validation.Required
  String getOutput();

  void setOutput(String output);

  /** The sample's modulus. */
  @Description("Sample the users whose id has the remainder userRemainder modulo this; 1 takes all")
  @Default.Integer(50)
  int getUserModulus();

  void setUserModulus(int userModulus);

  /** The sample's remainder. */
  @Description("The remainder of the sampled users' ids, from 0 to userModulus - 1")
  @Default.Integer(0)
  int getUserRemainder();

  void setUserRemainder(int userRemainder);

  /** The liked threshold. */
  @Description("A rating counts as liked from this on, in stars: 0.5 to 5.0 by halves")
  @Default.Double(4.0)
  double getLikedThreshold();

  void setLikedThreshold(double likedThreshold);

  /** The bound on tags. */
  @Description("Describe the tags of the first so many rows of tags.csv")
  @Default.Integer(300_000)
  int getTagSampleRows();

  void setTagSampleRows(int tagSampleRows);

  /** The slates' users, by activity. */
  @Description("A user needs at least so many ratings for a seed slate")
  @Default.Integer(20)
  int getMinUserRatings();

  void setMinUserRatings(int minUserRatings);

  /** The number of slates. */
  @Description("Build seed slates for at most so many users, the most active first")
  @Default.Integer(3_000)
  int getMaxSeedUsers();

  void setMaxSeedUsers(int maxSeedUsers);

  /** The slates' pool. */
  @Description("Choose a slate among so many of a user's latest ratings; at least slateSize")
  @Default.Integer(50)
  int getRecentPoolSize();

  void setRecentPoolSize(int recentPoolSize);

  /** The slates' size. */
  @Description("The number of movies on a seed slate")
  @Default.Integer(12)
  int getSlateSize();

  void setSlateSize(int slateSize);

  /** The files of the sample. */
  @Description("Write the sampled ratings into so many Parquet files; a user is never split")
  @Default.Integer(1)
  int getRatingsShards();

  void setRatingsShards(int ratingsShards);

  /** The partitions of the histories' shuffle. */
  @Description("Put histories together in so many partitions; on a cluster a multiple of its cores")
  @Default.Integer(1)
  int getPartitions();

  void setPartitions(int partitions);

  /** The tolerance for bad rows. */
  @Description("Fail if a larger share of an entry's rows is rejected, from 0 to 1")
  @Default.Double(0.001)
  double getMaxRejectedShare();

  void setMaxRejectedShare(double maxRejectedShare);

  /** The cap on an entry. */
  @Description(
      "Refuse an entry of the archive that inflates to more bytes; movies.csv, which is"
          + " held in memory, to more than 134217728 unless this is given")
  @Default.Long(137_438_953_472L)
  long getMaxEntryBytes();

  void setMaxEntryBytes(long maxEntryBytes);

  /** The cap on an archive. */
  @Description("Refuse an archive whose entries inflate to more bytes in all")
  @Default.Long(274_877_906_944L)
  long getMaxTotalBytes();

  void setMaxTotalBytes(long maxTotalBytes);

  /** The cap on compression. */
  @Description("Refuse an entry that inflates to more bytes for each compressed one")
  @Default.Integer(200)
  int getMaxRatio();

  void setMaxRatio(int maxRatio);

  /** What a wrong checksum is. */
  @Description("Count an MD5 that differs from checksums.txt in data_quality.csv, and go on")
  @Default.Boolean(false)
  boolean getChecksumMismatchAsWarning();

  void setChecksumMismatchAsWarning(boolean checksumMismatchAsWarning);

  /** Whether to replace an earlier result. */
  @Description("Replace the results of an earlier run; they stay until the new ones are whole")
  @Default.Boolean(false)
  boolean getOverwrite();

  void setOverwrite(boolean overwrite);

  /** The severity that fails a run. */
  @Description(
      "End with exit code 3 if a readiness check of this severity fails: warning, error"
          + " or never")
  @Default.String("error")
  String getFailOn();

  void setFailOn(String failOn);
}
