package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.function.BiConsumer;

/** The checks of single values, as far as the documented routes need them. */
final class Checks {

  private static final String BAD_BOOLEAN = "Input should be a valid boolean";

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

  /** A truth value; 0, 1 and their words are taken too. */
  void truth(JsonNode value, Loc at) {
    boolean word = value.isTextual() && List.of("true", "false").contains(value.textValue());
    boolean bit = value.isInt() && (value.intValue() == 0 || value.intValue() == 1);
    if (value.isBoolean() || word || bit) {
      return;
    }
    if (value.isTextual() || value.isInt()) {
      found.add("bool_parsing", at, BAD_BOOLEAN + ", unable to interpret input", value);
    } else {
      found.add("bool_type", at, BAD_BOOLEAN, value);
    }
  }

  /** A whole number. */
  void whole(JsonNode value, Loc at) {
    if (!value.isIntegralNumber()) {
      found.add("int_type", at, "Input should be a valid integer", value);
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

  /** The only allowed word. */
  void literal(JsonNode value, Loc at, String word) {
    word("literal_error", value, at, List.of(word));
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
