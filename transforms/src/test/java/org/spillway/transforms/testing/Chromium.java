package org.spillway.transforms.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A headless Chromium with one page, spoken to in the DevTools protocol. It notes what the page
 * requests and what the browser complains of.
 */
public final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final WebSocket socket;
  private int lastId;

  private Chromium(Process process, String address) throws Exception {
    this.process = process;
    HttpClient client = HttpClient.newHttpClient();
    JsonNode targets =
        JSON.readTree(
            client
                .send(
                    HttpRequest.newBuilder(URI.create("http://" + address + "/json/list")).build(),
                    BodyHandlers.ofString())
                .body());
    URI page = URI.create(targets.get(0).get("webSocketDebuggerUrl").asText());
    socket = client.newWebSocketBuilder().buildAsync(page, new Listener()).get();
    for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
      send(domain + ".enable", JSON.createObjectNode());
    }
  }

  /** The browser's program, if there is one on the path. */
  public static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts the browser with a profile of its own and opens a page, once it is loaded. */
  public static Chromium open(Path page, Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1400,1000",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Chromium browser = new Chromium(process, address(process));
      browser.send("Page.navigate", JSON.createObjectNode().put("url", page.toUri().toString()));
      browser.await("Page.loadEventFired");
      return browser;
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** The value of an expression in the page. */
  public JsonNode evaluate(String expression) throws Exception {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            JSON.createObjectNode().put("expression", expression).put("returnByValue", true));
    if (answer.path("result").has("exceptionDetails")) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.path("result").path("result").path("value");
  }

  /** The addresses that were requested so far, the page's own among them. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** What the browser or the page wrote to the console or threw so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private JsonNode send(String method, ObjectNode parameters) throws Exception {
    int id = ++lastId;
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).get();
    while (true) {
      JsonNode received = next();
      if (received.path("id").asInt() == id) {
        return received;
      }
    }
  }

  private void await(String event) throws InterruptedException {
    String received;
    do {
      received = next().path("method").asText();
    } while (!received.equals(event));
  }

  private JsonNode next() throws InterruptedException {
    JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IllegalStateException("the browser has not answered in time");
    }
    switch (message.path("method").asText()) {
      case "Network.requestWillBeSent" -> requests.add(message.at("/params/request/url").asText());
      case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled" ->
          complaints.add(message.toString());
      default -> {}
    }
    return message;
  }

  private static String address(Process process) throws IOException {
    BufferedReader lines = process.errorReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        return listening.group(1);
      }
    }
    throw new IOException("the browser ended without saying where it listens");
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          messages.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new IllegalStateException("not what DevTools speak: " + text, e);
        }
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }
}
