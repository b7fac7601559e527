package org.spillway.transforms.write;

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
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.ReadinessCheck;

/** The JSON of a {@link Manifest}. */
final class ManifestJson {

  /** Writes doubles by an algorithm of its own, not by one that depends on the version of Java. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build());

  private ManifestJson() {}

  static String write(Manifest manifest) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("format", Manifest.FORMAT);
    json.put("spillway", manifest.spillwayVersion());
    json.put("beam", manifest.beamVersion());
    addAll(json, "input", manifest.input(), ManifestJson::write);
    addAll(json, "rows", manifest.rows(), ManifestJson::write);
    ObjectNode parameters = json.putObject("parameters");
    manifest.parameters().forEach(parameters::put);
    addAll(json, "checks", manifest.checks(), ManifestJson::write);
    addAll(json, "outputs", manifest.outputs(), ManifestJson::write);
    json.putObject("digests")
        .put("data", manifest.digests().data())
        .put("figures", manifest.digests().figures());
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      return MAPPER.writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }

  static Manifest read(String text) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(text);
      int format = json.required("format").intValue();
      if (format != Manifest.FORMAT) {
        throw new IOException(
            "the format of a manifest must be " + Manifest.FORMAT + ", but was: " + format);
      }
      SortedMap<String, String> parameters = new TreeMap<>();
      JsonNode values = json.required("parameters");
      values.fieldNames().forEachRemaining(name -> parameters.put(name, text(values, name)));
      List<PublishedFile> outputs = all(json, "outputs", ManifestJson::readFile);
      return new Manifest(
          text(json, "spillway"),
          text(json, "beam"),
          all(json, "input", ManifestJson::readEntry),
          all(json, "rows", ManifestJson::readReport),
          parameters,
          all(json, "checks", ManifestJson::readCheck),
          outputs,
          readDigests(json, outputs));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IOException("not a manifest: " + e.getMessage(), e);
    }
  }

  private static void write(ArchiveEntry entry, ObjectNode json) {
    json.put("archive", entry.archive())
        .put("name", entry.name())
        .put("compressedBytes", entry.compressedBytes())
        .put("uncompressedBytes", entry.uncompressedBytes())
        .put("crc32", HexFormat.of().toHexDigits(entry.crc32(), 8));
  }

  private static ArchiveEntry readEntry(JsonNode json) {
    return new ArchiveEntry(
        text(json, "archive"),
        text(json, "name"),
        number(json, "compressedBytes"),
        number(json, "uncompressedBytes"),
        HexFormat.fromHexDigitsToLong(text(json, "crc32")));
  }

  private static void write(EntryReport report, ObjectNode json) {
    json.put("archive", report.archive())
        .put("entry", report.entry())
        .put("read", report.read())
        .put("accepted", report.accepted())
        .put("rejected", report.rejected());
    report.figures().forEach(json.putObject("figures")::put);
  }

  private static EntryReport readReport(JsonNode json) {
    SortedMap<String, Long> figures = new TreeMap<>();
    JsonNode counts = json.required("figures");
    counts.fieldNames().forEachRemaining(name -> figures.put(name, number(counts, name)));
    return new EntryReport(
        text(json, "archive"),
        text(json, "entry"),
        number(json, "read"),
        number(json, "accepted"),
        number(json, "rejected"),
        figures);
  }

  private static void write(ReadinessCheck check, ObjectNode json) {
    json.put("check", check.check());
    Object value = check.value();
    if (value instanceof Long number) {
      json.put("value", number);
    } else if (value instanceof Double number) {
      json.put("value", number);
    } else if (value instanceof Boolean flag) {
      json.put("value", flag);
    } else if (value == null) {
      json.putNull("value");
    } else {
      json.put("value", CsvTable.cell(value));
    }
    json.put("notes", check.notes());
  }

  private static ReadinessCheck readCheck(JsonNode json) {
    JsonNode value = json.required("value");
    return new ReadinessCheck(text(json, "check"), readValue(value), text(json, "notes"));
  }

  private static @Nullable Object readValue(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> null;
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.isIntegralNumber() ? (Object) value.longValue() : value.doubleValue();
      default -> value.asText();
    };
  }

  /** The columns of a CSV are an array of names; an Avro schema is an object, as Avro has it. */
  private static void write(PublishedFile file, ObjectNode json) {
    json.put("path", file.path())
        .put("rows", file.rows())
        .put("bytes", file.bytes())
        .put("sha256", file.sha256());
    String schema = file.schema();
    if (schema.startsWith("{")) {
      json.set("schema", parse(schema));
    } else {
      ArrayNode columns = json.putArray("schema");
      if (!schema.isEmpty()) {
        Csv.columns(schema).forEach(columns::add);
      }
    }
  }

  private static PublishedFile readFile(JsonNode json) {
    JsonNode schema = json.required("schema");
    return new PublishedFile(
        text(json, "path"),
        number(json, "rows"),
        number(json, "bytes"),
        text(json, "sha256"),
        schema.isObject() ? schema.toString() : readColumns(schema));
  }

  private static OutputDigests readDigests(JsonNode json, List<PublishedFile> outputs) {
    if (!json.has("digests")) {
      return OutputDigests.of(outputs);
    }
    JsonNode digests = json.required("digests");
    return new OutputDigests(text(digests, "data"), text(digests, "figures"));
  }

  private static String readColumns(JsonNode columns) {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(column.asText()));
    return names.isEmpty() ? "" : Csv.header(names);
  }

  private static JsonNode parse(String schema) {
    try {
      return MAPPER.readTree(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a schema must be JSON, but was: " + schema, e);
    }
  }

  private static <T> void addAll(
      ObjectNode json, String field, List<T> values, BiConsumer<T, ObjectNode> writer) {
    ArrayNode array = json.putArray(field);
    values.forEach(value -> writer.accept(value, array.addObject()));
  }

  private static <T> List<T> all(JsonNode json, String field, Function<JsonNode, T> reader) {
    List<T> values = new ArrayList<>();
    JsonNode array = json.required(field);
    if (!array.isArray()) {
      throw new IllegalArgumentException(field + " must be an array, but was: " + array);
    }
    array.forEach(value -> values.add(reader.apply(value)));
    return values;
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.required(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(field + " must be text, but was: " + value);
    }
    return value.textValue();
  }

  private static long number(JsonNode json, String field) {
    JsonNode value = json.required(field);
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw new IllegalArgumentException(field + " must be a whole number, but was: " + value);
    }
    return value.longValue();
  }
}
