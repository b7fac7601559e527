package org.spillway.transforms.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.spillway.schemas.OutputFile;

/** The Avro schemas of the published files, which the schemas module has as resources. */
final class PublishedSchema {

  private PublishedSchema() {}

  /** The schema of this name. */
  static Schema load(String name) {
    String resource = name + ".avsc";
    try (InputStream stream = OutputFile.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("there is no schema " + resource);
      }
      return new Schema.Parser().parse(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
