package io.github.openhands4j.compat.internal.events;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as Python prints them: V0 showed arguments so. */
final class PythonText {

  private static final int FIRST_EXPONENT = 16;
  private static final int LAST_SMALL_EXPONENT = -4;

  private final StringBuilder out = new StringBuilder();

  private PythonText() {}

  /** What Python's {@code repr} gives for a value. */
  static String repr(@Nullable Object value) {
    PythonText text = new PythonText();
    text.add(value);
    return text.out.toString();
  }

  private void add(@Nullable Object value) {
    if (value == null) {
      out.append("None");
    } else if (value instanceof Boolean truth) {
      out.append(truth ? "True" : "False");
    } else if (value instanceof Map<?, ?> map) {
      addMap(map);
    } else if (value instanceof List<?> list) {
      addList(list);
    } else if (value instanceof Double || value instanceof Float) {
      out.append(number(((Number) value).doubleValue()));
    } else if (value instanceof Number) {
      out.append(value);
    } else {
      addText(value.toString());
    }
  }

  private void addMap(Map<?, ?> map) {
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      add(entry.getKey());
      out.append(": ");
      add(entry.getValue());
      out.append(entries.hasNext() ? ", " : "");
    }
    out.append('}');
  }

  private void addList(List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      add(list.get(i));
    }
    out.append(']');
  }

  private void addText(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    text.codePoints().forEach(point -> addPoint(point, quote));
    out.append(quote);
  }

  private void addPoint(int point, char quote) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (point == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(point)) {
          out.appendCodePoint(point);
        } else {
          out.append(escape(point));
        }
      }
    }
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }

  private static String escape(int point) {
    if (point <= 0xFF) {
      return String.format("\\x%02x", point);
    }
    return point <= 0xFFFF ? String.format("\\u%04x", point) : String.format("\\U%08x", point);
  }

  /** Python writes an exponent only for numbers that are very large or very small. */
  private static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent >= LAST_SMALL_EXPONENT && exponent < FIRST_EXPONENT) {
      String plain = exact.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    BigDecimal digits = exact.movePointLeft(exponent);
    return String.format(
        Locale.ROOT,
        "%se%s%02d",
        digits.toPlainString(),
        exponent < 0 ? "-" : "+",
        Math.abs(exponent));
  }
}
