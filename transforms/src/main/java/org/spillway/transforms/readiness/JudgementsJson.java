package org.spillway.transforms.readiness;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;
import org.spillway.transforms.write.CsvTable;

/** {@code readiness.json}: every judgement of a run, in the order in which they were made. */
public final class JudgementsJson {
  /** Writes doubles by an algorithm of its own, since Java's differs between its versions. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build());

  private JudgementsJson() {}

  /** The judgements as JSON: fields in a fixed order, LF at the ends of lines. */
  static String write(List<Judgement> judgements) {
    ObjectNode root = JSON.createObjectNode();
    root.put("passed", judgements.stream().allMatch(Judgement::passed));
    ArrayNode checks = root.putArray("checks");
    for (Judgement judgement : judgements) {
      ObjectNode check = checks.addObject();
      check.put("id", judgement.id());
      check.put("meaning", judgement.meaning());
      putObserved(check, judgement.observed());
      check.put("threshold", judgement.threshold());
      check.put("severity", judgement.severity().label());
      check.put("passed", judgement.passed());
      ArrayNode failing = check.putArray("failing");
      judgement.failing().forEach(failing::add);
    }
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return JSON.writer(
                  new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
              .writeValueAsString(root)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("judgements must be writable as JSON", e);
    }
  }

  /**
   * Reads judgements back; a time that was observed comes back as text.
   *
   * @throws IOException if the text is not what {@link #write} gave
   */
  public static List<Judgement> read(String json) throws IOException {
    List<Judgement> judgements = new ArrayList<>();
    for (JsonNode check : JSON.readTree(json).path("checks")) {
      List<String> failing = new ArrayList<>();
      check.path("failing").forEach(key -> failing.add(key.asText()));
      judgements.add(
          new Judgement(
              check.path("id").asText(),
              check.path("meaning").asText(),
              observed(check.path("observed")),
              check.path("threshold").asText(),
              Severity.labelled(check.path("severity").asText()),
              check.path("passed").asBoolean(),
              failing));
    }
    return judgements;
  }

  private static void putObserved(ObjectNode check, Object observed) {
    if (observed instanceof Long count) {
      check.put("observed", count);
    } else if (observed instanceof Double number) {
      check.put("observed", number);
    } else if (observed instanceof Boolean flag) {
      check.put("observed", flag);
    } else if (observed == null) {
      check.putNull("observed");
    } else {
      check.put("observed", CsvTable.cell(observed));
    }
  }

  private static Object observed(JsonNode observed) {
    if (observed.isIntegralNumber()) {
      return observed.asLong();
    }
    if (observed.isBoolean()) {
      return observed.asBoolean();
    }
    if (observed.isNumber()) {
      return observed.asDouble();
    }
    return observed.isTextual() ? observed.asText() : null;
  }
}
