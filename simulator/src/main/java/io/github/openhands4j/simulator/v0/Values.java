package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Reads values as the server does: texts that look like numbers or truth values are taken for them.
 * What is wrong is noted.
 *
 * @param loc where the value is
 * @param problems where problems are noted
 */
record Values(List<?> loc, Problems problems) {

  private static final List<String> YES = List.of("true", "1", "yes", "y", "on", "t");
  private static final List<String> NO = List.of("false", "0", "no", "n", "off", "f");

  JsonNode text(JsonNode value) {
    if (!value.isTextual()) {
      problems.notText(loc, value);
    }
    return value;
  }

  JsonNode whole(JsonNode value) {
    if (value.isTextual()) {
      return wholeOf(value);
    }
    if (!value.isNumber()) {
      problems.add("int_type", loc, "Input should be a valid integer", value);
    } else if (!Double.isFinite(value.doubleValue()) && !value.isIntegralNumber()) {
      return notFinite(value);
    } else if (value.decimalValue().stripTrailingZeros().scale() > 0) {
      problems.add(
          "int_from_float",
          loc,
          "Input should be a valid integer, got a number with a fractional part",
          value);
    } else {
      return Json.of(value.longValue());
    }
    return value;
  }

  private JsonNode wholeOf(JsonNode text) {
    try {
      return Json.of(Long.parseLong(text.textValue().strip()));
    } catch (NumberFormatException e) {
      problems.add(
          "int_parsing",
          loc,
          "Input should be a valid integer, unable to parse string as an integer",
          text);
      return text;
    }
  }

  JsonNode number(JsonNode value) {
    if (value.isNumber()) {
      return finite(value.doubleValue(), value);
    }
    if (!value.isTextual()) {
      problems.add("float_type", loc, "Input should be a valid number", value);
      return value;
    }
    try {
      return finite(new BigDecimal(value.textValue().strip()).doubleValue(), value);
    } catch (NumberFormatException e) {
      problems.add(
          "float_parsing",
          loc,
          "Input should be a valid number, unable to parse string as a number",
          value);
      return value;
    }
  }

  private JsonNode finite(double number, JsonNode value) {
    return Double.isFinite(number) ? Json.of(number) : notFinite(value);
  }

  /** What was read cannot be written again: JSON has no word for it. */
  private JsonNode notFinite(JsonNode value) {
    problems.add("finite_number", loc, "Input should be a finite number", Json.MAPPER.nullNode());
    return value;
  }

  JsonNode truth(JsonNode value) {
    if (value.isBoolean()) {
      return value;
    }
    if (!value.isTextual() && !value.isNumber()) {
      problems.add("bool_type", loc, "Input should be a valid boolean", value);
      return value;
    }
    String word = value.asText().toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      problems.add(
          "bool_parsing", loc, "Input should be a valid boolean, unable to interpret input", value);
    }
    return Json.of(YES.contains(word));
  }
}
