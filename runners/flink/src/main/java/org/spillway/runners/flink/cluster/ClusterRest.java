package org.spillway.runners.flink.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a cluster of Flink says of itself by HTTP, where {@code --flinkMaster} points to. */
public final class ClusterRest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LONGEST).build();
  private final String address;

  /** What the cluster has. */
  public record Overview(int taskManagers, int slots, int freeSlots) {}

  private ClusterRest(String address) {
    this.address = address;
  }

  /**
   * The cluster at this address.
   *
   * @param address {@code host:port}, with a scheme or without
   */
  public static ClusterRest of(String address) {
    return new ClusterRest(address.contains("://") ? address : "http://" + address);
  }

  /**
   * How many task managers and slots there are.
   *
   * @throws IllegalArgumentException if nobody answers, in one line for the user
   */
  public Overview overview() {
    try {
      JsonNode overview = get("/overview");
      return new Overview(
          overview.path("taskmanagers").asInt(),
          overview.path("slots-total").asInt(),
          overview.path("slots-available").asInt());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "flinkMaster must be the host:port of a cluster's REST endpoint, but at "
              + address
              + " none answers; start the cluster or correct the address",
          e);
    }
  }

  /** The jobs that it remembers, the latest first. */
  public List<JobOverview> jobs() throws IOException {
    List<JobOverview> jobs = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      jobs.add(JobOverview.of(get("/jobs/" + job.path("jid").asText())));
    }
    jobs.sort((a, b) -> Long.compare(b.startedAt(), a.startedAt()));
    return jobs;
  }

  /** Asks for the end of a job; it is there for a moment still. */
  public void cancel(String job) throws IOException {
    send(
        HttpRequest.newBuilder(URI.create(address + "/jobs/" + job + "?mode=cancel"))
            .method("PATCH", HttpRequest.BodyPublishers.noBody()));
  }

  /**
   * What it answers to a request.
   *
   * @param path such as {@code /jobs/overview}
   * @throws IOException if nobody answers, or not in JSON
   */
  public JsonNode get(String path) throws IOException {
    return JSON.readTree(send(HttpRequest.newBuilder(URI.create(address + path))));
  }

  private String send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          client.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException(response.uri() + " answers " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + address, e);
    }
  }
}
