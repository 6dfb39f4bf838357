package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of thing a JSON value is, told finer than JSON does. */
final class Shape {

  /** The names of fields whose values are ids made or repeated by the server. */
  static final Set<String> ID_FIELDS =
      Set.of(
          "id", "app_conversation_id", "conversation_id", "sandbox_id", "parent_conversation_id");

  private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?";
  private static final List<Map.Entry<String, Pattern>> TEXTS =
      List.of(
          Map.entry("time with zone", Pattern.compile(TIME + "(Z|[+-]\\d{2}:\\d{2})")),
          Map.entry("time without zone", Pattern.compile(TIME)),
          Map.entry("id of 32 digits", Pattern.compile("[0-9a-f]{32}")),
          Map.entry(
              "id with dashes", Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")));

  private Shape() {}

  /** A word for it: {@code object}, {@code null}, {@code time with zone} and so on. */
  static String of(JsonNode value) {
    if (!value.isTextual()) {
      return value.isIntegralNumber()
          ? "whole number"
          : value.isNumber() ? "number with a point" : word(value);
    }
    return TEXTS.stream()
        .filter(kind -> kind.getValue().matcher(value.textValue()).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("text");
  }

  private static String word(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "list";
      case BOOLEAN -> "truth value";
      case NULL -> "null";
      default -> "nothing";
    };
  }
}
