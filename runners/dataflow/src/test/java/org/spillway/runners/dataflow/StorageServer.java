package org.spillway.runners.dataflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * So much of Cloud Storage's JSON API, on this machine and in memory, as Beam's {@code gs://} needs
 * for files: to describe, list, read, upload, copy and delete objects, single and in batches.
 */
final class StorageServer implements Closeable {
  private static final String OBJECTS = "/storage/v1/b/([^/]+)/o";
  private static final Pattern LIST = Pattern.compile(OBJECTS);
  private static final Pattern OBJECT = Pattern.compile("(?:/download)?" + OBJECTS + "/([^/]+)");
  private static final Pattern REWRITE =
      Pattern.compile(OBJECTS + "/([^/]+)/rewriteTo/b/([^/]+)/o/([^/]+)");
  private static final Pattern UPLOAD = Pattern.compile("/upload" + OBJECTS);
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
  private static final Pattern LAST_CHUNK = Pattern.compile("bytes .*/(\\d+)");
  private static final Pattern PART =
      Pattern.compile("(?is)content-id: *<?([^>\r\n]+)>?.*?\r\n\r\n(\\w+) (\\S+) HTTP/1.1\r\n");

  private final SortedMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  StorageServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What {@code --gcsEndpoint} is to be. */
  String endpoint() {
    return root() + "/storage/v1/";
  }

  /** Puts an object. */
  void put(String bucket, String name, byte[] bytes) {
    objects.put(bucket + "/" + name, bytes);
  }

  /** The objects of a bucket whose names begin so, by name. */
  SortedMap<String, byte[]> objects(String bucket, String prefix) {
    SortedMap<String, byte[]> found = new TreeMap<>();
    objects.forEach(
        (key, bytes) -> {
          if (key.startsWith(bucket + "/" + prefix)) {
            found.put(key.substring(bucket.length() + 1), bytes);
          }
        });
    return found;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String root() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream in = exchange.getRequestBody();
      byte[] body = (isZipped ? new GZIPInputStream(in) : in).readAllBytes();
      StorageReply reply =
          exchange.getRequestURI().getPath().startsWith("/batch")
              ? batch(new String(body, UTF_8))
              : reply(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  exchange.getRequestHeaders().getFirst("Range"),
                  exchange.getRequestHeaders().getFirst("Content-Range"),
                  body);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      int length = reply.body().length;
      exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
      if (length > 0) {
        exchange.getResponseBody().write(reply.body());
      }
    }
  }

  private StorageReply batch(String body) {
    StringBuilder parts = new StringBuilder();
    Matcher part = PART.matcher(body);
    while (part.find()) {
      URI uri = URI.create(part.group(3));
      StorageReply reply = reply(part.group(2), uri, null, null, new byte[0]);
      parts.append("--batch\r\n").append(reply.asPart(part.group(1)));
    }
    parts.append("--batch--\r\n");
    return StorageReply.json(parts.toString())
        .with("Content-Type", "multipart/mixed; boundary=batch");
  }

  private StorageReply reply(
      String method, URI uri, String range, String contentRange, byte[] body) {
    Matcher rewrite = REWRITE.matcher(uri.getRawPath());
    Matcher object = OBJECT.matcher(uri.getRawPath());
    Matcher list = LIST.matcher(uri.getRawPath());
    Matcher upload = UPLOAD.matcher(uri.getRawPath());
    Map<String, String> query = query(uri);
    if (rewrite.matches()) {
      return rewrite(
          key(rewrite.group(1), rewrite.group(2)), key(rewrite.group(3), rewrite.group(4)));
    } else if (object.matches() && method.equals("DELETE")) {
      String key = key(object.group(1), object.group(2));
      return objects.remove(key) == null ? StorageReply.notFound() : StorageReply.empty(204);
    } else if (object.matches()) {
      return read(key(object.group(1), object.group(2)), "media".equals(query.get("alt")), range);
    } else if (list.matches()) {
      return list(list.group(1), query.getOrDefault("prefix", ""));
    } else if (upload.matches() && method.equals("POST")) {
      String key = upload.group(1) + "/" + query.get("name");
      String id = String.valueOf(uploads.size());
      uploads.put(key + " " + id, new ByteArrayOutputStream());
      return StorageReply.empty(200)
          .with("Location", root() + uri.getRawPath() + "?upload=" + encoded(key + " " + id));
    } else if (upload.matches()) {
      return upload(query.get("upload"), contentRange, body);
    }
    // An answer that no client tries again for.
    return StorageReply.empty(400).with("Reason", "not of this API: " + method + " " + uri);
  }

  private StorageReply upload(String upload, String contentRange, byte[] body) {
    ByteArrayOutputStream bytes = uploads.get(upload);
    bytes.writeBytes(body);
    if (!LAST_CHUNK.matcher(contentRange).matches()) {
      return StorageReply.empty(308).with("Range", "bytes=0-" + (bytes.size() - 1));
    }
    String key = upload.substring(0, upload.lastIndexOf(' '));
    objects.put(key, bytes.toByteArray());
    return StorageReply.json(description(key));
  }

  private StorageReply rewrite(String from, String to) {
    byte[] bytes = objects.get(from);
    if (bytes == null) {
      return StorageReply.notFound();
    }
    objects.put(to, bytes);
    return StorageReply.json(
        """
        {"kind": "storage#rewriteResponse", "done": true, "objectSize": "%1$d",
        "totalBytesRewritten": "%1$d", "resource": %2$s}
        """
            .formatted(bytes.length, description(to)));
  }

  private StorageReply read(String key, boolean isMedia, String range) {
    byte[] bytes = objects.get(key);
    if (bytes == null) {
      return StorageReply.notFound();
    }
    if (!isMedia) {
      return StorageReply.json(description(key));
    }
    Map<String, String> headers =
        Map.of("Content-Type", "application/octet-stream", "x-goog-generation", "1");
    Matcher wanted = RANGE.matcher(range == null ? "" : range);
    if (!wanted.matches()) {
      return new StorageReply(200, headers, bytes);
    }
    int begin = Integer.parseInt(wanted.group(1));
    String last = wanted.group(2);
    int end = last.isEmpty() ? bytes.length : Math.min(bytes.length, Integer.parseInt(last) + 1);
    return new StorageReply(206, headers, Arrays.copyOfRange(bytes, begin, end))
        .with("Content-Range", "bytes " + begin + "-" + (end - 1) + "/" + bytes.length);
  }

  private StorageReply list(String bucket, String prefix) {
    return StorageReply.json(
        objects(bucket, prefix).keySet().stream()
            .map(name -> description(bucket + "/" + name))
            .collect(joining(",", "{\"kind\": \"storage#objects\", \"items\": [", "]}")));
  }

  private String description(String key) {
    int slash = key.indexOf('/');
    return """
    {"kind": "storage#object", "bucket": "%s", "name": "%s", "size": "%d", "generation": "1",
    "metageneration": "1", "contentType": "application/octet-stream",
    "timeCreated": "2026-01-01T00:00:00.000Z", "updated": "2026-01-01T00:00:00.000Z"}
    """
        .formatted(key.substring(0, slash), key.substring(slash + 1), objects.get(key).length);
  }

  private static String key(String bucket, String encodedName) {
    return bucket + "/" + URLDecoder.decode(encodedName, UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return query;
  }
}
