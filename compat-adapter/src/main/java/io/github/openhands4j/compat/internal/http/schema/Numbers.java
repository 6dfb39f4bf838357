package io.github.openhands4j.compat.internal.http.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and booleans, with what the server took for one. */
public final class Numbers {

  private static final Set<String> YES = Set.of("1", "on", "t", "true", "y", "yes");
  private static final Set<String> NO = Set.of("0", "off", "f", "false", "n", "no");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9][0-9_]*(\\.0*)?");
  private static final int MOST_DIGITS = 4_300;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private Numbers() {}

  /**
   * An integer, also as a text, a boolean or a decimal without fraction.
   *
   * @return a type that makes {@code BigInteger} of it
   */
  public static Type integer() {
    return Numbers::readInteger;
  }

  /**
   * A boolean, also as one of the usual words or as 0 or 1.
   *
   * @return a type that makes {@code Boolean} of it
   */
  public static Type flag() {
    return Numbers::readFlag;
  }

  /**
   * A decimal, also as a text or a boolean.
   *
   * @return a type that makes {@code Double} of it
   */
  public static Type decimal() {
    return Numbers::readDecimal;
  }

  private static @Nullable Object readInteger(
      @Nullable Object value, Place place, Problems problems) {
    if (value instanceof Boolean flag) {
      return flag ? BigInteger.ONE : BigInteger.ZERO;
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return new BigInteger(value.toString());
    }
    if (value instanceof Double decimal) {
      return whole(decimal, place, problems);
    }
    if (value instanceof String text) {
      Optional<BigInteger> parsed = parse(text.strip());
      if (parsed.isEmpty()) {
        problems.add(
            "int_parsing",
            place,
            "Input should be a valid integer, unable to parse string as an integer",
            value);
      }
      return parsed.orElse(BigInteger.ZERO);
    }
    problems.add("int_type", place, "Input should be a valid integer", value);
    return value;
  }

  private static Object whole(Double value, Place place, Problems problems) {
    if (value.isInfinite() || value.isNaN()) {
      problems.add("finite_number", place, "Input should be a finite number", value);
      return value;
    }
    if (value != Math.rint(value)) {
      problems.add(
          "int_from_float",
          place,
          "Input should be a valid integer, got a number with a fractional part",
          value);
      return value;
    }
    return new BigDecimal(value).toBigInteger();
  }

  private static Optional<BigInteger> parse(String text) {
    if (text.length() > MOST_DIGITS
        || !INTEGER.matcher(text).matches()
        || text.contains("__")
        || text.endsWith("_")
        || text.contains("_.")) {
      return Optional.empty();
    }
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    return Optional.of(new BigInteger(whole.replace("_", "")));
  }

  private static @Nullable Object readFlag(@Nullable Object value, Place place, Problems problems) {
    if (value instanceof Boolean) {
      return value;
    }
    if (value instanceof String || value instanceof Number) {
      String word =
          value instanceof Double decimal && decimal == Math.rint(decimal)
              ? Long.toString(decimal.longValue())
              : value.toString().toLowerCase(Locale.ROOT);
      if (YES.contains(word)) {
        return true;
      }
      if (!NO.contains(word)) {
        problems.add(
            "bool_parsing",
            place,
            "Input should be a valid boolean, unable to interpret input",
            value);
      }
      return false;
    }
    problems.add("bool_type", place, "Input should be a valid boolean", value);
    return value;
  }

  private static @Nullable Object readDecimal(
      @Nullable Object value, Place place, Problems problems) {
    if (value instanceof Boolean flag) {
      return flag ? 1.0 : 0.0;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof String text) {
      String number = text.strip();
      if (DECIMAL.matcher(number).matches()) {
        return Double.valueOf(number);
      }
      problems.add(
          "float_parsing",
          place,
          "Input should be a valid number, unable to parse string as a number",
          value);
      return value;
    }
    problems.add("float_type", place, "Input should be a valid number", value);
    return value;
  }
}
