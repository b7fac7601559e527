package org.spillway.schemas;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The values that a cell of a {@link SummaryTable} can hold, and how they are encoded. */
final class Cells {
  private static final byte NULL = 0;
  private static final byte LONG = 1;
  private static final byte DOUBLE = 2;
  private static final byte STRING = 3;
  private static final byte BOOLEAN = 4;
  private static final byte DATE_TIME = 5;

  private Cells() {}

  /** The value as a cell holds it: an int becomes a long; what a cell cannot hold is refused. */
  static @Nullable Object checked(@Nullable Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof LocalDateTime time && !time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException(
          "a time in a cell must be in whole seconds, but was: " + time);
    }
    if (value == null
        || value instanceof Long
        || value instanceof Double
        || value instanceof String
        || value instanceof Boolean
        || value instanceof LocalDateTime) {
      return value;
    }
    throw new IllegalArgumentException(
        "a cell must hold a long, double, String, boolean or LocalDateTime, but was: "
            + value.getClass().getName());
  }

  static void write(@Nullable Object value, WireOutput out) {
    if (value == null) {
      out.putByte(NULL);
    } else if (value instanceof Long number) {
      out.putByte(LONG);
      out.putZigZag(number);
    } else if (value instanceof Double number) {
      out.putByte(DOUBLE);
      out.putDouble(number);
    } else if (value instanceof Boolean flag) {
      out.putByte(BOOLEAN);
      out.putBoolean(flag);
    } else if (value instanceof LocalDateTime time) {
      out.putByte(DATE_TIME);
      out.putZigZag(time.toEpochSecond(ZoneOffset.UTC));
    } else {
      out.putByte(STRING);
      out.putString((String) value);
    }
  }

  static @Nullable Object read(WireInput in) {
    byte type = in.getByte();
    return switch (type) {
      case NULL -> null;
      case LONG -> in.getZigZag();
      case DOUBLE -> in.getDouble();
      case STRING -> in.getString();
      case BOOLEAN -> in.getBoolean();
      case DATE_TIME -> Timestamps.toDateTime(in.getZigZag());
      default -> throw new IllegalArgumentException("not the type of a cell: " + type);
    };
  }
}
