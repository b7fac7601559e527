package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;

class ParquetFooterTest {

  @Test
  void theOrderOfEncodingsDoesNotMatter() throws IOException {
    byte[] sorted =
        footer(
            List.of(Encoding.PLAIN, Encoding.RLE, Encoding.RLE_DICTIONARY),
            List.of(PageType.DATA_PAGE, PageType.DICTIONARY_PAGE));
    byte[] shuffled =
        footer(
            List.of(Encoding.RLE_DICTIONARY, Encoding.PLAIN, Encoding.RLE),
            List.of(PageType.DICTIONARY_PAGE, PageType.DATA_PAGE));

    assertThat(shuffled, is(not(sorted)));
    assertThat(ParquetFooter.inFixedOrder(shuffled), is(sorted));
    assertThat(ParquetFooter.inFixedOrder(sorted), is(sorted));
  }

  private static byte[] footer(List<Encoding> encodings, List<PageType> pages) throws IOException {
    ColumnMetaData column =
        new ColumnMetaData(
            Type.INT32,
            new ArrayList<>(encodings),
            List.of("userId"),
            CompressionCodec.ZSTD,
            7,
            100,
            50,
            4);
    pages.forEach(
        page -> column.addToEncoding_stats(new PageEncodingStats(page, Encoding.PLAIN, 1)));
    ColumnChunk chunk = new ColumnChunk(4);
    chunk.setMeta_data(column);
    FileMetaData file =
        new FileMetaData(
            1,
            List.of(new SchemaElement("root").setNum_children(1)),
            7,
            List.of(new RowGroup(List.of(chunk), 100, 7)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(file, bytes);
    return bytes.toByteArray();
  }
}
