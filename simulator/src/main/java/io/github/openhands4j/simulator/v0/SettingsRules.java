package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Validates the settings that a caller stores, and reads them as lenient as the server does. */
final class SettingsRules {

  private enum Kind {
    TEXT,
    WHOLE,
    NUMBER,
    TRUTH,
    TRUTH_OR_NOTHING,
    SIZE,
    TOOLS,
    LEGACY
  }

  /** In the order in which the server complains. */
  private static final Map<String, Kind> FIELDS = fields();

  private static final int SMALLEST_CONDENSER = 20;

  private SettingsRules() {}

  private static Map<String, Kind> fields() {
    Map<String, Kind> fields = new LinkedHashMap<>();
    put(fields, Kind.TEXT, "language", "agent");
    put(fields, Kind.WHOLE, "max_iterations");
    put(fields, Kind.TEXT, "security_analyzer");
    put(fields, Kind.TRUTH_OR_NOTHING, "confirmation_mode");
    put(fields, Kind.TEXT, "llm_model", "llm_api_key", "llm_base_url");
    put(fields, Kind.WHOLE, "remote_runtime_resource_factor");
    put(fields, Kind.LEGACY, "secrets_store");
    put(fields, Kind.TRUTH, "enable_default_condenser", "enable_sound_notifications");
    put(fields, Kind.TRUTH, "enable_proactive_conversation_starters");
    put(fields, Kind.TRUTH, "enable_solvability_analysis");
    put(fields, Kind.TRUTH_OR_NOTHING, "user_consents_to_analytics");
    put(fields, Kind.TEXT, "sandbox_base_container_image", "sandbox_runtime_container_image");
    put(fields, Kind.TOOLS, "mcp_config");
    put(fields, Kind.TEXT, "search_api_key", "sandbox_api_key");
    put(fields, Kind.NUMBER, "max_budget_per_task");
    put(fields, Kind.SIZE, "condenser_max_size");
    put(fields, Kind.TEXT, "email");
    put(fields, Kind.TRUTH_OR_NOTHING, "email_verified");
    put(fields, Kind.TEXT, "git_user_name", "git_user_email");
    return fields;
  }

  private static void put(Map<String, Kind> fields, Kind kind, String... names) {
    List.of(names).forEach(name -> fields.put(name, kind));
  }

  /**
   * The settings in a body, without what is not one.
   *
   * @param body the body
   * @param problems where problems are noted
   */
  static ObjectNode read(ObjectNode body, Problems problems) {
    ObjectNode read = Json.object();
    FIELDS.forEach(
        (name, kind) -> {
          if (body.has(name)) {
            read.set(name, read(body.get(name), kind, List.of("body", name), problems));
          }
        });
    return read;
  }

  private static JsonNode read(JsonNode value, Kind kind, List<?> loc, Problems problems) {
    if (value.isNull() && kind != Kind.TRUTH && kind != Kind.LEGACY) {
      return value;
    }
    Values values = new Values(loc, problems);
    return switch (kind) {
      case TEXT -> values.text(value);
      case WHOLE -> values.whole(value);
      case NUMBER -> values.number(value);
      case TRUTH, TRUTH_OR_NOTHING -> values.truth(value);
      case SIZE -> size(values.whole(value), value, loc, problems);
      case TOOLS -> ToolServers.read(value, loc, problems);
      case LEGACY -> legacy(value, loc, problems);
    };
  }

  private static JsonNode size(JsonNode read, JsonNode value, List<?> loc, Problems problems) {
    if (read.isNumber() && read.intValue() < SMALLEST_CONDENSER) {
      problems.value(loc, "condenser_max_size must be at least 20", value);
    }
    return read;
  }

  /** Secrets were settings once; what is sent of them is dropped. */
  private static JsonNode legacy(JsonNode value, List<?> loc, Problems problems) {
    if (!value.isObject()) {
      problems.value(loc, "Secrets must be initialized with a dictionary", value);
    }
    return Json.MAPPER.nullNode();
  }
}
