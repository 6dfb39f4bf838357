package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The checks of single values, as far as the documented routes need them. */
final class Checks {

  private static final String BAD_BOOLEAN = "Input should be a valid boolean";
  private static final String BAD_WHOLE = "Input should be a valid integer";
  private static final List<String> YES = List.of("true", "1", "yes", "y", "on", "t");
  private static final List<String> NO = List.of("false", "0", "no", "n", "off", "f");

  private final Violations found;

  /** Errors go into the given list. */
  Checks(Violations found) {
    this.found = found;
  }

  /** Applies a check to a field that may be absent or null. */
  void nullable(JsonNode parent, Loc at, String name, BiConsumer<JsonNode, Loc> check) {
    JsonNode value = parent.path(name);
    if (!value.isMissingNode() && !value.isNull()) {
      check.accept(value, at.at(name));
    }
  }

  /** Applies a check to a field that may be absent but not null. */
  void optional(JsonNode parent, Loc at, String name, BiConsumer<JsonNode, Loc> check) {
    JsonNode value = parent.path(name);
    if (!value.isMissingNode()) {
      check.accept(value, at.at(name));
    }
  }

  /** Applies a check to a field that must be there. */
  void required(JsonNode parent, Loc at, String name, BiConsumer<JsonNode, Loc> check) {
    JsonNode value = parent.path(name);
    if (value.isMissingNode()) {
      found.missing(at.at(name), parent);
    } else {
      check.accept(value, at.at(name));
    }
  }

  /** True when a request body is there and an object; otherwise the error is noted. */
  boolean isBody(JsonNode body) {
    if (body.isMissingNode()) {
      found.missing(Loc.body(), NullNode.getInstance());
      return false;
    }
    return isObject(body, Loc.body());
  }

  /** True for an object that stands for a model. */
  boolean isObject(JsonNode value, Loc at) {
    if (!value.isObject()) {
      found.add(
          "model_attributes_type",
          at,
          "Input should be a valid dictionary or object to extract fields from",
          value);
    }
    return value.isObject();
  }

  /** A text. */
  void text(JsonNode value, Loc at) {
    if (!value.isTextual()) {
      found.add("string_type", at, "Input should be a valid string", value);
    }
  }

  /** A truth value; 0, 1 and some words are taken too. */
  void truth(JsonNode value, Loc at) {
    String said = said(value);
    if (value.isBoolean() || YES.contains(said) || NO.contains(said)) {
      return;
    }
    if (value.isTextual() || value.isInt()) {
      found.add("bool_parsing", at, BAD_BOOLEAN + ", unable to interpret input", value);
    } else {
      found.add("bool_type", at, BAD_BOOLEAN, value);
    }
  }

  /** What a truth value that passed its check means. */
  static boolean isTrue(JsonNode value) {
    return value.asBoolean() || YES.contains(said(value));
  }

  private static String said(JsonNode value) {
    return value.isTextual() || value.isInt() ? value.asText().toLowerCase(Locale.ROOT) : "";
  }

  /** A whole number; one written as a text is taken too. */
  void whole(JsonNode value, Loc at) {
    if (value.isTextual()) {
      if (!value.textValue().matches("\\s*[+-]?\\d+(\\.0+)?\\s*")) {
        found.add("int_parsing", at, BAD_WHOLE + ", unable to parse string as an integer", value);
      }
    } else if (value.isFloatingPointNumber() && value.doubleValue() % 1 != 0) {
      found.add("int_from_float", at, BAD_WHOLE + ", got a number with a fractional part", value);
    } else if (!value.isNumber() && !value.isBoolean()) {
      found.add("int_type", at, BAD_WHOLE, value);
    }
  }

  /** A list whose elements pass a check. */
  void list(JsonNode value, Loc at, BiConsumer<JsonNode, Loc> element) {
    if (!value.isArray()) {
      found.add("list_type", at, "Input should be a valid list", value);
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      element.accept(value.path(i), at.at(i));
    }
  }

  /** A map from texts to texts. */
  void textMap(JsonNode value, Loc at) {
    if (!value.isObject()) {
      found.add("dict_type", at, "Input should be a valid dictionary", value);
      return;
    }
    value.fieldNames().forEachRemaining(name -> text(value.path(name), at.at(name)));
  }

  /** A UUID, hex or dashed. */
  void uuid(JsonNode value, Loc at) {
    if (!value.isTextual()) {
      found.add("uuid_type", at, "UUID input should be a string, bytes or UUID object", value);
    } else if (Uuids.hex(value.textValue()).isEmpty()) {
      found.notUuid(at, value.textValue());
    }
  }

  /** One of several words. */
  void oneOf(JsonNode value, Loc at, List<String> words) {
    word("enum", value, at, words);
  }

  /** One of the only allowed words. */
  void literal(JsonNode value, Loc at, List<String> words) {
    word("literal_error", value, at, words);
  }

  private void word(String type, JsonNode value, Loc at, List<String> words) {
    if (value.isTextual() && words.contains(value.textValue())) {
      return;
    }
    String expected = "'" + String.join("', '", words) + "'";
    int comma = expected.lastIndexOf(", ");
    if (comma >= 0) {
      expected = expected.substring(0, comma) + " or " + expected.substring(comma + 2);
    }
    found.add(
        type, at, "Input should be " + expected, value, Json.object().put("expected", expected));
  }
}
