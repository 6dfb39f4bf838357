package io.github.openhands4j.compat.internal.http.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as the server's parser did: the same offsets and words for what is wrong, {@code NaN}
 * and infinities, the last of equal keys. Values are maps, lists, texts, {@code Long}, {@code
 * BigInteger}, {@code Double}, {@code Boolean} and null.
 */
public final class JsonReader {

  private static final int MOST_DEPTH = 200;
  private static final int MOST_DIGITS = 4_300;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads one value.
   *
   * @param text the whole text
   * @return the value
   * @throws JsonTextException if it is not JSON
   * @throws IllegalArgumentException if it is nested more than 200 levels deep, or holds a number
   *     of more than 4,300 digits
   */
  public static @Nullable Object read(String text) throws JsonTextException {
    JsonReader reader = new JsonReader(text);
    reader.skipBlanks();
    Object value = reader.value();
    reader.skipBlanks();
    if (reader.at < text.length()) {
      throw reader.wrong("Extra data", reader.at);
    }
    return value;
  }

  private JsonTextException wrong(String message, int position) {
    return new JsonTextException(message, text.codePointCount(0, position));
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private @Nullable Object value() throws JsonTextException {
    if (at >= text.length()) {
      throw wrong("Expecting value", at);
    }
    return switch (text.charAt(at)) {
      case '"' -> new JsonTextReader(text, at).read(end -> at = end);
      case '{' -> nested(this::object);
      case '[' -> nested(this::array);
      default -> word();
    };
  }

  /** A part that can hold others. */
  private interface Part {
    Object read() throws JsonTextException;
  }

  private Object nested(Part part) throws JsonTextException {
    if (++depth > MOST_DEPTH) {
      throw new IllegalArgumentException("JSON is nested more than " + MOST_DEPTH + " levels deep");
    }
    at++;
    skipBlanks();
    Object value = part.read();
    depth--;
    return value;
  }

  private Map<String, @Nullable Object> object() throws JsonTextException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (!isAt('}')) {
      if (!isAt('"')) {
        throw wrong("Expecting property name enclosed in double quotes", at);
      }
      String key = new JsonTextReader(text, at).read(end -> at = end);
      skipBlanks();
      if (!isAt(':')) {
        throw wrong("Expecting ':' delimiter", at);
      }
      at++;
      skipBlanks();
      object.put(key, value());
      if (endsAfterValue('}')) {
        break;
      }
      if (isAt('}')) {
        throw wrong("Expecting property name enclosed in double quotes", at);
      }
    }
    at++;
    return object;
  }

  private List<@Nullable Object> array() throws JsonTextException {
    List<@Nullable Object> array = new ArrayList<>();
    while (!isAt(']')) {
      array.add(value());
      if (endsAfterValue(']')) {
        break;
      }
      if (isAt(']')) {
        throw wrong("Expecting value", at);
      }
    }
    at++;
    return array;
  }

  private boolean endsAfterValue(char end) throws JsonTextException {
    skipBlanks();
    if (isAt(end)) {
      return true;
    }
    if (!isAt(',')) {
      throw wrong("Expecting ',' delimiter", at);
    }
    at++;
    skipBlanks();
    return false;
  }

  private @Nullable Object word() throws JsonTextException {
    if (skip("null")) {
      return null;
    }
    if (skip("true")) {
      return true;
    }
    if (skip("false")) {
      return false;
    }
    if (skip("NaN")) {
      return Double.NaN;
    }
    if (skip("Infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    if (skip("-Infinity")) {
      return Double.NEGATIVE_INFINITY;
    }
    return number();
  }

  private boolean skip(String word) {
    boolean found = text.startsWith(word, at);
    if (found) {
      at += word.length();
    }
    return found;
  }

  private Object number() throws JsonTextException {
    int start = at;
    int end = isAt('-') ? at + 1 : at;
    int whole = end < text.length() && text.charAt(end) == '0' ? end + 1 : digits(end);
    if (whole == end) {
      throw wrong("Expecting value", start);
    }
    int fraction =
        whole < text.length() && text.charAt(whole) == '.' ? digits(whole + 1) : whole + 1;
    int last = fraction > whole + 1 ? fraction : whole;
    int exponent = exponent(last);
    at = exponent;
    String number = text.substring(start, at);
    return exponent == whole ? integer(number) : Double.valueOf(number);
  }

  private int exponent(int from) {
    if (from >= text.length() || Character.toLowerCase(text.charAt(from)) != 'e') {
      return from;
    }
    int sign = from + 1;
    int first = sign < text.length() && "+-".indexOf(text.charAt(sign)) >= 0 ? sign + 1 : sign;
    int end = digits(first);
    return end > first ? end : from;
  }

  private int digits(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static Object integer(String digits) {
    if (digits.length() > MOST_DIGITS) {
      throw new IllegalArgumentException("JSON holds a number of " + digits.length() + " digits");
    }
    BigInteger value = new BigInteger(digits);
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value;
  }
}
