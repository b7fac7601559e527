package org.spillway.runners.dataflow;

import com.google.api.services.dataflow.model.DataflowPackage;
import java.util.List;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.runners.dataflow.util.PackageUtil.StagedFile;
import org.apache.beam.runners.dataflow.util.Stager;
import org.apache.beam.sdk.options.PipelineOptions;

/** Says where files would be staged, for a job that is only described: none is copied. */
public final class NoStager implements Stager {
  private final String stagingLocation;

  private NoStager(String stagingLocation) {
    this.stagingLocation = stagingLocation;
  }

  /** Makes one; Beam calls this by its name. */
  public static NoStager fromOptions(PipelineOptions options) {
    return new NoStager(options.as(DataflowPipelineOptions.class).getStagingLocation());
  }

  @Override
  public List<DataflowPackage> stageFiles(List<StagedFile> files) {
    return files.stream().map(file -> named(file.getDestination())).toList();
  }

  @Override
  public DataflowPackage stageToFile(byte[] bytes, String name) {
    return named(name);
  }

  private DataflowPackage named(String name) {
    String separator = stagingLocation.endsWith("/") ? "" : "/";
    return new DataflowPackage().setName(name).setLocation(stagingLocation + separator + name);
  }
}
