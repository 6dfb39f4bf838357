package io.github.openhands4j.compat.internal.http.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code mcp_config} object of creates and settings, with the server's rules of its own. */
final class McpConfig {

  private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)");
  private static final int LONGEST_SECONDS = 3_600;

  private static final Type URL = Types.ruled(stripped(), url -> wrongUrl((String) url));

  private static final Type SSE =
      Model.of(Field.required("url", URL), Field.nullable("api_key", Types.text()));

  private static final Type SHTTP =
      Model.of(
          Field.required("url", URL),
          Field.nullable("api_key", Types.text()),
          Field.nullable(
              "timeout", Types.ruled(Numbers.integer(), seconds -> wrongTimeout(seconds))));

  private static final Type STDIO =
      Model.of(
          Field.required("name", Types.ruled(stripped(), name -> wrongName((String) name))),
          Field.required(
              "command", Types.ruled(stripped(), command -> wrongCommand((String) command))),
          Field.optional("args", StdioParts.ARGS),
          Field.optional("env", StdioParts.ENV));

  static final Type TYPE =
      Types.after(
          McpConfig::withoutShorthand,
          Model.strict(
              Field.optional("sse_servers", Types.list(SSE)),
              Field.optional("stdio_servers", Types.list(STDIO)),
              Field.optional("shttp_servers", Types.list(SHTTP))));

  private McpConfig() {}

  /** A plain address in the place of a server stands for a server with that address. */
  private static @Nullable Object withoutShorthand(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> config)) {
      return value;
    }
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    config.forEach(
        (key, servers) ->
            whole.put(
                String.valueOf(key),
                ("sse_servers".equals(key) || "shttp_servers".equals(key))
                        && servers instanceof List<?> list
                    ? spelledOut(list)
                    : servers));
    return whole;
  }

  private static List<@Nullable Object> spelledOut(List<?> servers) {
    List<@Nullable Object> whole = new ArrayList<>();
    servers.forEach(
        server -> whole.add(server instanceof String url ? Map.of("url", url) : server));
    return whole;
  }

  private static Type stripped() {
    return Types.after(value -> value instanceof String text ? text.strip() : value, Types.text());
  }

  private static Optional<String> wrongUrl(String url) {
    if (url.isEmpty()) {
      return Optional.of("URL cannot be empty");
    }
    var scheme = SCHEME.matcher(url);
    if (!scheme.matches()) {
      return Optional.of("URL must include a scheme (http:// or https://)");
    }
    if (!hasHost(scheme.group(2))) {
      return Optional.of("URL must include a valid domain/host");
    }
    return SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of("URL scheme must be http, https, ws, or wss");
  }

  private static boolean hasHost(String rest) {
    return rest.startsWith("//") && rest.length() > 2 && "/?#".indexOf(rest.charAt(2)) < 0;
  }

  private static Optional<String> wrongTimeout(Object seconds) {
    long value = ((Number) seconds).longValue();
    if (value <= 0) {
      return Optional.of("Timeout must be positive");
    }
    return value > LONGEST_SECONDS
        ? Optional.of("Timeout cannot exceed 3600 seconds")
        : Optional.empty();
  }

  private static Optional<String> wrongName(String name) {
    if (name.isEmpty()) {
      return Optional.of("Server name cannot be empty");
    }
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("Server name can only contain letters, numbers, hyphens, and underscores");
  }

  private static Optional<String> wrongCommand(String command) {
    if (command.isEmpty()) {
      return Optional.of("Command cannot be empty");
    }
    return command.indexOf(' ') < 0
        ? Optional.empty()
        : Optional.of(
            "Command should be a single executable without spaces (use arguments field for"
                + " parameters)");
  }
}
