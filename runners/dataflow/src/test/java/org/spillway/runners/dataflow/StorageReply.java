package org.spillway.runners.dataflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/** An answer of {@link StorageServer}. */
final class StorageReply {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param status as HTTP has it
   * @param headers beside that of the length
   * @param body never changed
   */
  StorageReply(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  static StorageReply json(String json) {
    return new StorageReply(200, Map.of("Content-Type", "application/json"), json.getBytes(UTF_8));
  }

  static StorageReply empty(int status) {
    return new StorageReply(status, Map.of(), new byte[0]);
  }

  static StorageReply notFound() {
    return new StorageReply(
        404,
        Map.of("Content-Type", "application/json"),
        """
        {"error": {"code": 404, "message": "Not Found",
        "errors": [{"domain": "global", "reason": "notFound", "message": "Not Found"}]}}
        """
            .getBytes(UTF_8));
  }

  StorageReply with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new StorageReply(status, more, body);
  }

  /** As a part of the answer to a batch. */
  String asPart(String contentId) {
    StringBuilder part = new StringBuilder();
    part.append("Content-Type: application/http\r\nContent-ID: response-").append(contentId);
    part.append("\r\n\r\nHTTP/1.1 ").append(status).append(" Any\r\n");
    headers.forEach((name, value) -> part.append(name + ": " + value + "\r\n"));
    part.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return part.append(new String(body, UTF_8)).append("\r\n").toString();
  }
}
