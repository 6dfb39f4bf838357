package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the setting that names tool servers, and fills in what was left out. */
final class ToolServers {

  private static final int PATIENCE = 60;

  private ToolServers() {}

  static JsonNode read(JsonNode config, List<?> loc, Problems problems) {
    if (!config.isObject()) {
      problems.notObject(loc, config);
      return config;
    }
    ObjectNode read = Json.object();
    list(config, read, "sse_servers", Json.object().putNull("api_key"));
    ObjectNode command = Json.object();
    command.putArray("args");
    command.putObject("env");
    list(config, read, "stdio_servers", command);
    list(config, read, "shttp_servers", Json.object().putNull("api_key").put("timeout", PATIENCE));
    for (Map.Entry<String, JsonNode> field : config.properties()) {
      if (!read.has(field.getKey())) {
        List<Object> at = new ArrayList<>(loc);
        at.add(field.getKey());
        problems.extra(at, field.getValue());
      }
    }
    return read;
  }

  /** An address alone stands for a server. */
  private static void list(JsonNode config, ObjectNode read, String name, ObjectNode defaults) {
    ArrayNode servers = read.putArray(name);
    for (JsonNode server : config.path(name)) {
      ObjectNode given =
          server instanceof ObjectNode object ? object : Json.object("url", server.asText());
      ObjectNode full = given.deepCopy();
      defaults
          .properties()
          .forEach(
              field -> {
                if (!full.has(field.getKey())) {
                  full.set(field.getKey(), field.getValue().deepCopy());
                }
              });
      servers.add(full);
    }
  }
}
