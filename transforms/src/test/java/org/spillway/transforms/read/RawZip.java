package org.spillway.transforms.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes zips field by field, so that each field can be wrong. What a test does not set is right;
 * entries are stored.
 */
final class RawZip {
  final List<Entry> entries = new ArrayList<>();
  byte[] before = {};
  byte[] beforeDirectory = {};
  byte[] beforeEnd = {};
  byte[] afterEnd = {};
  byte[] comment = {};
  int disk;
  int entriesMissingOnDisk;
  int entriesMissingInAll;
  int directoryOffsetShift;
  boolean isZip64;

  /** What stands before the directory, in place of the entries; null for the entries. */
  byte @Nullable [] body;

  /** Changes fields of the end records, by their offsets. */
  Consumer<ByteBuffer> onEnd = record -> {};

  Consumer<ByteBuffer> onEnd64 = record -> {};
  Consumer<ByteBuffer> onLocator = record -> {};

  /** An entry, as its local header (fields that begin with local) and the directory have it. */
  static final class Entry {
    byte[] name;
    byte[] localName;
    int flags;
    int localFlags;
    int method = DirectoryRecord.STORED;
    int localMethod = DirectoryRecord.STORED;
    byte[] data;
    long crc32;
    long localCrc32;
    long compressedBytes;
    long localCompressedBytes;
    long bytes;
    long localBytes;
    byte[] extra = {};
    byte[] localExtra = {};
    byte[] after = {};

    /** Changes fields of the directory's record and of the local header, by their offsets. */
    Consumer<ByteBuffer> onRecord = record -> {};

    Consumer<ByteBuffer> onLocalHeader = header -> {};

    /** The local header's offset in the directory; that at which it is unless it is set. */
    long offset = -1;

    Entry(String name, byte[] content) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      localName = this.name;
      CRC32 crc = new CRC32();
      crc.update(content);
      crc32 = crc.getValue();
      localCrc32 = crc32;
      bytes = content.length;
      localBytes = bytes;
      setData(content);
    }

    /** Deflates the entry, which is stored before. */
    void deflate() {
      setMethod(DirectoryRecord.DEFLATED);
      setData(RawZip.deflate(data));
    }

    void setData(byte[] newData) {
      data = newData;
      compressedBytes = data.length;
      localCompressedBytes = data.length;
    }

    void setName(byte[] newName) {
      name = newName;
      localName = newName;
    }

    void setFlags(int newFlags) {
      flags = newFlags;
      localFlags = newFlags;
    }

    void setMethod(int newMethod) {
      method = newMethod;
      localMethod = newMethod;
    }

    /** Leaves the sizes out of the local header and writes them behind the data. */
    void setDescriptor(boolean isSigned, boolean isWide) {
      setFlags(1 << 3);
      localCrc32 = 0;
      localBytes = 0;
      localCompressedBytes = 0;
      ByteBuffer descriptor = buffer(24);
      if (isSigned) {
        descriptor.putInt(0x08074b50);
      }
      descriptor.putInt((int) crc32);
      if (isWide) {
        descriptor.putLong(compressedBytes).putLong(bytes);
      } else {
        descriptor.putInt((int) compressedBytes).putInt((int) bytes);
      }
      after = written(descriptor);
    }

    /** Moves both sizes to zip64 fields, in the directory and in the local header. */
    void setZip64() {
      extra = zip64Field(bytes, compressedBytes);
      localExtra = extra;
      bytes = -1;
      compressedBytes = -1;
      localBytes = -1;
      localCompressedBytes = -1;
    }

    /** The local header, with the name and the extra fields. */
    byte[] header() {
      ByteBuffer header = buffer(30).putInt(0x04034b50).putShort((short) 20);
      header.putShort((short) localFlags).putShort((short) localMethod).putInt(0);
      header.putInt((int) localCrc32).putInt((int) localCompressedBytes).putInt((int) localBytes);
      header.putShort((short) localName.length).putShort((short) localExtra.length);
      onLocalHeader.accept(header);
      return concat(written(header), localName, localExtra);
    }

    /** The local header, the data, and what follows it. */
    byte[] toBytes() {
      return concat(header(), data, after);
    }
  }

  Entry add(String name, String content) {
    Entry entry = new Entry(name, content.getBytes(StandardCharsets.UTF_8));
    entries.add(entry);
    return entry;
  }

  /** A ratings file of one row, the other files empty but for their headers. */
  static RawZip sound() {
    RawZip zip = new RawZip();
    zip.add("ml/ratings.csv", "userId,movieId,rating,timestamp\r\n1,17,4.0,944249077\r\n");
    zip.add("ml/movies.csv", "movieId,title,genres\r\n");
    return zip;
  }

  /** The entry of the ratings. */
  Entry ratings() {
    return entries.get(0);
  }

  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    out.writeBytes(before);
    for (Entry entry : entries) {
      writeDirectoryRecord(directory, entry, entry.offset < 0 ? out.size() : entry.offset);
      if (body == null) {
        out.writeBytes(entry.toBytes());
      }
    }
    if (body != null) {
      out.writeBytes(body);
    }
    out.writeBytes(beforeDirectory);
    int offset = out.size() + directoryOffsetShift;
    out.writeBytes(directory.toByteArray());
    out.writeBytes(beforeEnd);
    if (isZip64) {
      writeZip64End(out, directory.size(), offset);
    }
    int here = entries.size() - entriesMissingOnDisk;
    int all = entries.size() - entriesMissingInAll;
    ByteBuffer end = buffer(22).putInt(0x06054b50).putShort((short) disk).putShort((short) disk);
    end.putShort((short) (isZip64 ? -1 : here)).putShort((short) (isZip64 ? -1 : all));
    end.putInt(isZip64 ? -1 : directory.size()).putInt(isZip64 ? -1 : offset);
    end.putShort((short) comment.length);
    onEnd.accept(end);
    out.writeBytes(written(end));
    out.writeBytes(comment);
    out.writeBytes(afterEnd);
    return out.toByteArray();
  }

  private void writeZip64End(ByteArrayOutputStream out, int directoryBytes, int offset) {
    int endOffset = out.size();
    ByteBuffer end = buffer(56).putInt(0x06064b50).putLong(44).putShort((short) 45);
    end.putShort((short) 45).putInt(disk).putInt(disk);
    end.putLong(entries.size() - entriesMissingOnDisk);
    end.putLong(entries.size() - entriesMissingInAll).putLong(directoryBytes).putLong(offset);
    onEnd64.accept(end);
    out.writeBytes(written(end));
    ByteBuffer locator = buffer(20).putInt(0x07064b50).putInt(disk).putLong(endOffset).putInt(1);
    onLocator.accept(locator);
    out.writeBytes(written(locator));
  }

  private static void writeDirectoryRecord(
      ByteArrayOutputStream out, Entry entry, long localOffset) {
    ByteBuffer record = buffer(46).putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
    record.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
    record.putInt((int) entry.crc32).putInt((int) entry.compressedBytes);
    record.putInt((int) entry.bytes).putShort((short) entry.name.length);
    record.putShort((short) entry.extra.length).putShort((short) 0).putShort((short) 0);
    record.putShort((short) 0).putInt(0).putInt((int) localOffset);
    entry.onRecord.accept(record);
    out.writeBytes(written(record));
    out.writeBytes(entry.name);
    out.writeBytes(entry.extra);
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** An extra field of 64-bit numbers, as zip64 has them. */
  static byte[] zip64Field(long... numbers) {
    ByteBuffer field = buffer(4 + 8 * numbers.length);
    field.putShort((short) 1).putShort((short) (8 * numbers.length));
    for (long number : numbers) {
      field.putLong(number);
    }
    return written(field);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] written(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
