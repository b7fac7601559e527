package org.spillway.runners.dataflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.runners.dataflow.util.CloudObject;
import org.apache.beam.runners.dataflow.util.CloudObjects;
import org.apache.beam.sdk.coders.Coder;

/**
 * The specification of a job, as Dataflow would be sent it.
 *
 * @param job the whole
 * @param bytes its size
 */
record JobFile(JsonNode job, long bytes) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static JobFile read(Path file) throws IOException {
    return new JobFile(MAPPER.readTree(file.toFile()), Files.size(file));
  }

  /** The steps in the order in which they are to be; none if the graph is elsewhere. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    job.path("steps").forEach(step -> steps.add(new Step(step)));
    return steps;
  }

  /**
   * A step.
   *
   * @param json as it is written
   */
  record Step(JsonNode json) {

    /** The name that the pipeline gave it. */
    String name() {
      return json.at("/properties/user_name/value").asText();
    }

    /** What it is to Dataflow, such as {@code ParallelDo}. */
    String kind() {
      return json.get("kind").asText();
    }

    int bytes() {
      return json.toString().length();
    }

    /** The coders of what goes out, as a worker makes them of their descriptions. */
    List<Coder<?>> outputCoders() {
      List<Coder<?>> coders = new ArrayList<>();
      for (JsonNode output : json.at("/properties/output_info")) {
        coders.add(CloudObjects.coderFromCloudObject(cloudObject(output.get("encoding"))));
      }
      return coders;
    }

    /** The names of the steps whose output this reads as a side input. */
    List<String> sideInputs() {
      List<String> sides = new ArrayList<>();
      for (JsonNode side : json.at("/properties/non_parallel_inputs")) {
        sides.add(side.get("step_name").asText());
      }
      return sides;
    }

    @SuppressWarnings("unchecked") // JSON objects have names of that type.
    private static CloudObject cloudObject(JsonNode encoding) {
      return CloudObject.fromSpec(MAPPER.convertValue(encoding, Map.class));
    }
  }
}
