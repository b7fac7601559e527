package org.spillway.runners.flink.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A job as the cluster counts it.
 *
 * @param state such as {@code RUNNING}
 * @param startedAt in milliseconds since 1970
 * @param millis how long it has run
 * @param handedOn the bytes that its tasks have handed to others, be it within a task manager
 * @param shuffled those of them that went to another task by key or to all of them, which on a
 *     larger cluster is over the network
 */
public record JobOverview(
    String id,
    String name,
    String state,
    long startedAt,
    long millis,
    long handedOn,
    long shuffled) {

  /** What {@code /jobs/<id>} answers. */
  static JobOverview of(JsonNode job) {
    Map<String, Long> written = new HashMap<>();
    long handedOn = 0;
    for (JsonNode vertex : job.path("vertices")) {
      long bytes = vertex.path("metrics").path("write-bytes").asLong();
      written.put(vertex.path("id").asText(), bytes);
      handedOn += bytes;
    }
    return new JobOverview(
        job.path("jid").asText(),
        job.path("name").asText(),
        job.path("state").asText(),
        job.path("start-time").asLong(),
        job.path("duration").asLong(),
        handedOn,
        shuffled(job, written));
  }

  /** A task that hands anything on by key counts with all that it has handed on. */
  private static long shuffled(JsonNode job, Map<String, Long> written) {
    Set<String> shuffling = new HashSet<>();
    for (JsonNode node : job.path("plan").path("nodes")) {
      for (JsonNode input : node.path("inputs")) {
        if (!input.path("ship_strategy").asText().equalsIgnoreCase("forward")) {
          shuffling.add(input.path("id").asText());
        }
      }
    }
    return shuffling.stream().mapToLong(id -> written.getOrDefault(id, 0L)).sum();
  }
}
