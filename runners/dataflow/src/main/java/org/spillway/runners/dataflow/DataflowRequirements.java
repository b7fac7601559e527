package org.spillway.runners.dataflow;

import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.jspecify.annotations.Nullable;
import org.spillway.pipelines.setup.SetupOptions;

/**
 * What a job needs on Dataflow, in one line before any work instead of a stack trace after some.
 */
final class DataflowRequirements {
  private static final String CLOUD_STORAGE = "gs://";

  private DataflowRequirements() {}

  /**
   * Checks options.
   *
   * @throws IllegalArgumentException with one line for the user
   */
  static void check(DataflowPipelineOptions options) {
    checkGiven("project", "the id of a Google Cloud project", options.getProject());
    checkGiven(
        "region", "where Dataflow is to run the job, such as europe-west1", options.getRegion());
    checkTempLocation(options.getTempLocation());
    checkReachable("input", options.as(SetupOptions.class).getInput());
    checkReachable("output", options.as(SetupOptions.class).getOutput());
    String template = options.getTemplateLocation();
    if (template != null) {
      checkJobFile(template);
    } else if (options.getGcpCredential() == null) {
      throw new IllegalArgumentException(
          "credentials for Google Cloud must be there, but none were found; run gcloud auth"
              + " application-default login, or set GOOGLE_APPLICATION_CREDENTIALS");
    }
  }

  private static void checkGiven(String name, String what, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          name + " must be " + what + ", but none was given; give --" + name);
    }
  }

  private static void checkTempLocation(@Nullable String tempLocation) {
    if (tempLocation == null || !tempLocation.startsWith(CLOUD_STORAGE)) {
      throw new IllegalArgumentException(
          "tempLocation must be a folder on Cloud Storage, such as gs://bucket/temp, but "
              + (tempLocation == null ? "none was given" : "was: " + tempLocation)
              + "; give --tempLocation");
    }
  }

  /** Dataflow's workers are other machines. */
  private static void checkReachable(String name, String location) {
    if (!location.contains("://") || location.startsWith("file:")) {
      throw new IllegalArgumentException(
          name
              + " must be where Dataflow's workers get at it, such as gs://bucket/"
              + (name.equals("input") ? "ml-32m.zip" : "results")
              + ", but was: "
              + location
              + "; give another --"
              + name);
    }
  }

  private static void checkJobFile(String template) {
    if (template.isBlank() || template.contains("://")) {
      throw new IllegalArgumentException(
          "templateLocation must be a local file to describe the job in, since as a template it"
              + " could run only once, but was: "
              + template
              + "; give --templateLocation=job.json, or leave it out to run the job");
    }
  }
}
