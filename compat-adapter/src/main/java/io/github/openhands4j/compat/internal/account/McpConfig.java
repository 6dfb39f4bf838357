package io.github.openhands4j.compat.internal.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** MCP servers of V0, in three lists by their kind, and of V1, in one map by their name; pure. */
final class McpConfig {

  private static final String STDIO = "stdio_servers";
  private static final String SSE = "sse_servers";
  private static final String SHTTP = "shttp_servers";

  /** What V1 shows in the place of a value that it hides. */
  private static final String HIDDEN = "**********";

  private McpConfig() {}

  /**
   * V0's form.
   *
   * @param config V1's, or anything else
   * @return three lists, or null for no servers; keys are never shown
   */
  static @Nullable Map<String, @Nullable Object> toV0(@Nullable Object config) {
    Map<?, ?> servers = serversOf(config);
    if (servers.isEmpty()) {
      return null;
    }
    List<Object> sse = new ArrayList<>();
    List<Object> stdio = new ArrayList<>();
    List<Object> shttp = new ArrayList<>();
    servers.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> server && server.get("command") != null) {
            stdio.add(stdio(String.valueOf(name), server));
          } else if (value instanceof Map<?, ?> server && server.get("url") != null) {
            (isSse(server) ? sse : shttp).add(remote(server));
          }
        });
    Map<String, @Nullable Object> lists = new LinkedHashMap<>();
    lists.put(SSE, sse);
    lists.put(STDIO, stdio);
    lists.put(SHTTP, shttp);
    return lists;
  }

  /** Servers of 2025 wrapped the map once more. */
  private static Map<?, ?> serversOf(@Nullable Object config) {
    if (!(config instanceof Map<?, ?> map)) {
      return Map.of();
    }
    return map.get("mcpServers") instanceof Map<?, ?> inner ? inner : map;
  }

  private static Map<String, @Nullable Object> stdio(String name, Map<?, ?> server) {
    Map<String, @Nullable Object> v0 = new LinkedHashMap<>();
    v0.put("name", name);
    v0.put("command", server.get("command"));
    v0.put("args", server.get("args") == null ? List.of() : server.get("args"));
    v0.put("env", server.get("env") == null ? Map.of() : server.get("env"));
    return v0;
  }

  private static Map<String, @Nullable Object> remote(Map<?, ?> server) {
    Map<String, @Nullable Object> v0 = new LinkedHashMap<>();
    v0.put("url", server.get("url"));
    v0.put("api_key", null);
    if (!isSse(server) && server.get("timeout") != null) {
      v0.put("timeout", server.get("timeout"));
    }
    return v0;
  }

  private static boolean isSse(Map<?, ?> server) {
    return "sse".equals(server.get("transport"));
  }

  /**
   * Whether V0's form is what was shown of V1's: then nothing is to be stored, and V1 keeps the
   * keys that it does not show.
   *
   * @param config V0's three lists, as a caller stores them
   * @param current V1's, as just read
   * @return true if they are the same servers
   */
  static boolean isShownAs(Map<?, ?> config, @Nullable Object current) {
    return Objects.equals(bare(config), bare(toV0(current)));
  }

  /**
   * Whether servers that are kept would lose their keys, since V1 stores all servers anew and never
   * shows what it hides.
   *
   * @param config V0's three lists, as a caller stores them
   * @param current V1's, as just read
   * @return true if a server with a key comes back without it, or a value as it was hidden
   */
  static boolean losesKeys(Map<?, ?> config, @Nullable Object current) {
    List<Object> keyed = new ArrayList<>();
    for (Object each : serversOf(current).values()) {
      if (each instanceof Map<?, ?> server
          && server.get("url") != null
          && (server.get("auth") != null
              || (server.get("headers") instanceof Map<?, ?> headers && !headers.isEmpty()))) {
        keyed.add(server.get("url"));
      }
    }
    return Stream.of(SSE, SHTTP)
            .flatMap(kind -> list(config, kind).stream())
            .anyMatch(each -> comesWithoutKey(each, keyed))
        || list(config, STDIO).stream().anyMatch(McpConfig::showsHidden);
  }

  private static boolean comesWithoutKey(Object each, List<Object> keyed) {
    return each instanceof Map<?, ?> server
        ? server.get("api_key") == null && keyed.contains(server.get("url"))
        : keyed.contains(each);
  }

  private static boolean showsHidden(Object each) {
    return each instanceof Map<?, ?> server
        && server.get("env") instanceof Map<?, ?> env
        && env.containsValue(HIDDEN);
  }

  /** Without nulls and empty parts, and with numbers of one type, so that equal ones are equal. */
  private static @Nullable Object bare(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> full = new HashMap<>();
      map.forEach(
          (key, inner) -> {
            Object kept = bare(inner);
            if (kept != null) {
              full.put(key, kept);
            }
          });
      return full.isEmpty() ? null : full;
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? null : list.stream().map(McpConfig::bare).toList();
    }
    return value instanceof Number number ? (Object) number.doubleValue() : value;
  }

  /**
   * V1's form.
   *
   * @param config V0's three lists; a server of the web may be its URL alone
   * @return servers by name; those of the web, which had none in V0, are named by kind and place
   */
  static Map<String, @Nullable Object> toV1(Map<?, ?> config) {
    Map<String, @Nullable Object> servers = new LinkedHashMap<>();
    for (Object each : list(config, STDIO)) {
      if (each instanceof Map<?, ?> server) {
        Map<String, @Nullable Object> v1 = new LinkedHashMap<>();
        v1.put("transport", "stdio");
        copy(server, v1, Set.of("command", "args", "env"));
        servers.put(String.valueOf(server.get("name")), v1);
      }
    }
    remotes(list(config, SSE), "sse", servers);
    remotes(list(config, SHTTP), "http", servers);
    return servers;
  }

  private static void remotes(
      List<?> remotes, String transport, Map<String, @Nullable Object> servers) {
    int place = 0;
    for (Object each : remotes) {
      Map<String, @Nullable Object> v1 = new LinkedHashMap<>();
      v1.put("transport", transport);
      if (each instanceof Map<?, ?> server) {
        copy(server, v1, Set.of("url", "timeout"));
        if (server.get("api_key") instanceof String key && !key.isEmpty()) {
          v1.put("headers", Map.of("Authorization", "Bearer " + key));
        }
      } else {
        v1.put("url", each);
      }
      servers.put(transport + "_" + place++, v1);
    }
  }

  private static void copy(Map<?, ?> from, Map<String, @Nullable Object> to, Set<String> keys) {
    from.forEach(
        (key, value) -> {
          if (keys.contains(key) && value != null) {
            to.put(String.valueOf(key), value);
          }
        });
  }

  private static List<?> list(Map<?, ?> config, String key) {
    return config.get(key) instanceof List<?> list ? list : List.of();
  }
}
