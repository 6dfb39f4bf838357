package io.github.openhands4j.compat.internal.http.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arguments and environment of a local MCP server, which may be written as one text each. */
final class StdioParts {

  private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Type TEXTS = Types.list(Types.text());
  private static final Type VARIABLES = Types.map(Types.text(), Types.text());

  static final Type ARGS =
      (value, place, problems) -> {
        if (!(value instanceof String text)) {
          return TEXTS.read(orEmpty(value, List.of()), place, problems);
        }
        try {
          return ShellWords.split(text.strip());
        } catch (IllegalArgumentException broken) {
          problems.ruled(
              place,
              "Invalid argument format: "
                  + broken.getMessage()
                  + ". Use shell-like format, e.g., \"arg1 arg2\" or '--config \"value with"
                  + " spaces\"'",
              value);
          return value;
        }
      };

  static final Type ENV =
      (value, place, problems) -> {
        if (!(value instanceof String text)) {
          return VARIABLES.read(orEmpty(value, Map.of()), place, problems);
        }
        try {
          return variables(text);
        } catch (IllegalArgumentException wrong) {
          problems.ruled(place, String.valueOf(wrong.getMessage()), value);
          return value;
        }
      };

  private StdioParts() {}

  private static @Nullable Object orEmpty(@Nullable Object value, Object empty) {
    return value == null ? empty : value;
  }

  private static Map<String, String> variables(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String each : text.split(",", -1)) {
      String pair = each.strip();
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
          throw new IllegalArgumentException(
              "Environment variable '" + pair + "' must be in KEY=VALUE format");
        }
        variables.put(variable(pair.substring(0, equals).strip()), pair.substring(equals + 1));
      }
    }
    return variables;
  }

  private static String variable(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("Environment variable key cannot be empty");
    }
    if (!VARIABLE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Invalid environment variable name '"
              + name
              + "'. Must start with letter or underscore, contain only alphanumeric characters and"
              + " underscores");
    }
    return name;
  }
}
