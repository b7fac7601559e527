package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.ReadinessCheck;

class ManifestTest {
  private static final PublishedFile TABLE =
      new PublishedFile("writeup/tables/a.csv", 2, 47, "00ff", "rating,\"a,b\"");
  private static final PublishedFile PARQUET =
      new PublishedFile(
          "processed/b.parquet", 3, 4000, "abcd", "{\"type\":\"record\",\"name\":\"B\"}");
  private static final PublishedFile FIGURE =
      new PublishedFile("writeup/figures/c.png", 0, 9, "1234", "");

  private static Manifest manifest() {
    return new Manifest(
        "0.1.0",
        "2.70.0",
        List.of(new ArchiveEntry("ml.zip", "ml/z.csv", 1, 2, 0xfedcba98L), WrittenSample.ENTRY),
        List.of(WrittenSample.REPORT),
        new TreeMap<>(Map.of("userModulus", "50", "likedThreshold", "4.0")),
        List.of(
            new ReadinessCheck("raw_zip_found", true, "It is there."),
            new ReadinessCheck("mean", 0.25, "A \"mean\"."),
            new ReadinessCheck("missing", null, ""),
            new ReadinessCheck("rows", 12, "Rows.")),
        List.of(TABLE, FIGURE, PARQUET));
  }

  @Test
  void asJson() {
    assertThat(
        manifest().toJson(),
        is(
            """
            {
              "format" : 1,
              "spillway" : "0.1.0",
              "beam" : "2.70.0",
              "input" : [ {
                "archive" : "ml.zip",
                "name" : "ml/ratings.csv",
                "compressedBytes" : 100,
                "uncompressedBytes" : 1000,
                "crc32" : "00c0ffee"
              }, {
                "archive" : "ml.zip",
                "name" : "ml/z.csv",
                "compressedBytes" : 1,
                "uncompressedBytes" : 2,
                "crc32" : "fedcba98"
              } ],
              "rows" : [ {
                "archive" : "ml.zip",
                "entry" : "ml/ratings.csv",
                "read" : 6,
                "accepted" : 5,
                "rejected" : 1,
                "figures" : {
                  "lf_lines" : 6
                }
              } ],
              "parameters" : {
                "likedThreshold" : "4.0",
                "userModulus" : "50"
              },
              "checks" : [ {
                "check" : "mean",
                "value" : 0.25,
                "notes" : "A \\"mean\\"."
              }, {
                "check" : "missing",
                "value" : null,
                "notes" : ""
              }, {
                "check" : "raw_zip_found",
                "value" : true,
                "notes" : "It is there."
              }, {
                "check" : "rows",
                "value" : 12,
                "notes" : "Rows."
              } ],
              "outputs" : [ {
                "path" : "processed/b.parquet",
                "rows" : 3,
                "bytes" : 4000,
                "sha256" : "abcd",
                "schema" : {
                  "type" : "record",
                  "name" : "B"
                }
              }, {
                "path" : "writeup/figures/c.png",
                "rows" : 0,
                "bytes" : 9,
                "sha256" : "1234",
                "schema" : [ ]
              }, {
                "path" : "writeup/tables/a.csv",
                "rows" : 2,
                "bytes" : 47,
                "sha256" : "00ff",
                "schema" : [ "rating", "a,b" ]
              } ],
              "digests" : {
                "data" : "935a5a0b469669e9261a0b648f0a777347a5072f721eb6c5553bd0b9ec3fe61c",
                "figures" : "075a92a1030871103c8bde835779c913dc95f886393bb9784892678c1b383b62"
              }
            }
            """));
  }

  @Test
  void readsBackAsItWas() throws Exception {
    assertThat(Manifest.fromJson(manifest().toJson()), is(manifest()));
    CoderProperties.coderDecodeEncodeEqual(ManifestCoder.of(), manifest());
    CoderProperties.coderSerializable(ManifestCoder.of());
  }

  @Test
  void anEarlierOneWithoutDigestsGetsThem() throws IOException {
    String json = manifest().toJson();
    String earlier = json.substring(0, json.indexOf(",\n  \"digests\"")) + "\n}\n";

    assertThat(Manifest.fromJson(earlier), is(manifest()));
  }

  @Test
  void digestsReadBackAsTheyAreWritten() throws IOException {
    String json = manifest().toJson().replace(manifest().digests().data(), "changed");

    assertThat(
        Manifest.fromJson(json).digests(),
        is(new OutputDigests("changed", manifest().digests().figures())));
  }

  @Test
  void anEmptyOneReadsBackToo() throws IOException {
    Manifest empty =
        new Manifest("1", "2", List.of(), List.of(), new TreeMap<>(), List.of(), List.of());

    assertThat(Manifest.fromJson(empty.toJson()), is(empty));
  }

  @Test
  void orderOfArrivalDoesNotShow() {
    Manifest manifest = manifest();
    Manifest reversed =
        new Manifest(
            manifest.spillwayVersion(),
            manifest.beamVersion(),
            reversed(manifest.input()),
            reversed(manifest.rows()),
            manifest.parameters(),
            reversed(manifest.checks()),
            reversed(manifest.outputs()));

    assertThat(reversed.toJson(), is(manifest.toJson()));
  }

  @Test
  void aTimeIsTextInJson() throws IOException {
    ReadinessCheck check = new ReadinessCheck("t", LocalDateTime.of(2020, 1, 2, 3, 4, 5), "");
    Manifest manifest =
        new Manifest("1", "2", List.of(), List.of(), new TreeMap<>(), List.of(check), List.of());

    assertThat(
        Manifest.fromJson(manifest.toJson()).checks().get(0).value(), is("2020-01-02 03:04:05"));
  }

  @Test
  void twoOutputsOfOnePathAreRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> withOutputs(TABLE, PARQUET, TABLE));

    assertThat(
        refused.getMessage(),
        is("each output must have a path of its own, but two are writeup/tables/a.csv"));
  }

  @Test
  void anAccountThatDoesNotAddUpIsRefused() {
    String json = withOutputs(TABLE).toJson().replace("\"accepted\" : 5", "\"accepted\" : 4");

    assertThat(refusal(json), startsWith("not a manifest: rows read must be"));
  }

  @Test
  void aPathOutOfTheFolderIsRefused() {
    String json = withOutputs(TABLE).toJson().replace("writeup/tables/a.csv", "../../a.csv");

    assertThat(refusal(json), containsString("but was: ../../a.csv"));
  }

  @Test
  void otherTextIsRefused() {
    assertThat(refusal("{\"format\" : 2}"), is("the format of a manifest must be 1, but was: 2"));
    assertThat(refusal("{}"), startsWith("not a manifest: "));
    assertThat(refusal("torn {"), startsWith("not a manifest: "));
    assertThat(refusal(""), startsWith("not a manifest: "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"path\" : \"writeup/tables/a.csv\"|\"path\" : null|path must be text, but was: null",
        "\"bytes\" : 47|\"bytes\" : \"x\"|bytes must be a whole number, but was: \"x\"",
        "\"bytes\" : 47|\"bytes\" : 1e99|bytes must be a whole number, but was: 1.0E99",
        "\"sha256\" : \"00ff\"|\"sha256\" : 7|sha256 must be text, but was: 7",
        "\"spillway\" : \"1\"|\"spillway\" : [ ]|spillway must be text, but was: []",
        "\"checks\" : [ ]|\"checks\" : 3|checks must be an array, but was: 3",
      })
  void aFieldOfAnotherTypeIsRefused(String field, String other, String message) {
    String json = withOutputs(TABLE).toJson();
    assertThat(json, containsString(field));

    assertThat(refusal(json.replace(field, other)), is("not a manifest: " + message));
  }

  private static Manifest withOutputs(PublishedFile... outputs) {
    List<EntryReport> reports = List.of(WrittenSample.REPORT);
    return new Manifest("1", "2", List.of(), reports, new TreeMap<>(), List.of(), List.of(outputs));
  }

  private static String refusal(String json) {
    return assertThrows(IOException.class, () -> Manifest.fromJson(json)).getMessage();
  }

  private static <T> List<T> reversed(List<T> list) {
    return java.util.stream.IntStream.range(0, list.size())
        .mapToObj(i -> list.get(list.size() - 1 - i))
        .toList();
  }
}
