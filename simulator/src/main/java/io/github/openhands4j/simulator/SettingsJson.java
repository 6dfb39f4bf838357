package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Makes, merges and shows settings. Stored ones hold keys; shown ones do not. */
final class SettingsJson {

  private static final List<String> SECRET = List.of("search_api_key", "sandbox_api_key");

  private static final String MCP = "mcp_config";
  private static final List<String> HIDDEN_OF_SERVERS = List.of("env", "headers");
  private static final String HIDDEN = "**********";

  private SettingsJson() {}

  /** The settings of a new user. */
  static ObjectNode initial() {
    ObjectNode json = Json.object().putNull("language").putNull("user_version");
    json.putNull("remote_runtime_resource_factor");
    json.putObject("secrets_store").putObject("provider_tokens");
    json.put("enable_sound_notifications", false);
    json.put("enable_proactive_conversation_starters", true);
    json.putNull("user_consents_to_analytics").putNull("sandbox_base_container_image");
    json.putNull("sandbox_runtime_container_image").putNull("disabled_skills");
    json.putNull("search_api_key").putNull("sandbox_api_key").putNull("max_budget_per_task");
    json.putNull("email").putNull("email_verified").putNull("git_user_name");
    json.putNull("git_user_email").put("git_full_clone", false);
    json.put("v1_enabled", true);
    ObjectNode agent = json.putObject("agent_settings").put("schema_version", 1);
    agent.put("agent_kind", "openhands").put("agent", "CodeActAgent");
    agent
        .putObject("llm")
        .put("model", "openai/fake-model")
        .putNull("base_url")
        .putNull("api_key")
        .put("num_retries", 5);
    agent.putObject("condenser").put("enabled", true).put("max_size", 240);
    agent.putNull("mcp_config");
    json.putObject("conversation_settings")
        .put("schema_version", 1)
        .put("max_iterations", 500)
        .put("confirmation_mode", false)
        .put("security_analyzer", "llm");
    json.put("sandbox_grouping_strategy", "NO_GROUPING").putNull("default_sandbox_spec_id");
    json.putObject("llm_profiles").putNull("active").putObject("profiles");
    json.putNull("active_agent_profile_id").putNull("active_agent_profile_revision");
    json.putArray("registered_marketplaces");
    json.putArray("inherited_marketplaces");
    return json;
  }

  /**
   * Writes the values of a change over those that are there; objects are merged, null is a value.
   */
  static void merge(ObjectNode into, JsonNode change) {
    for (Map.Entry<String, JsonNode> each : change.properties()) {
      JsonNode there = into.path(each.getKey());
      if (there instanceof ObjectNode present && each.getValue().isObject()) {
        merge(present, each.getValue());
      } else {
        into.set(each.getKey(), each.getValue().deepCopy());
      }
    }
  }

  /**
   * Changes nested settings: MCP servers are replaced all together, and null in those of
   * conversations stands for what is usual.
   */
  static void change(ObjectNode settings, String nested, JsonNode change) {
    if (!(settings.path(nested) instanceof ObjectNode present)) {
      return;
    }
    merge(present, change);
    if (change.has(MCP)) {
      present.set(MCP, change.get(MCP).deepCopy());
    }
    if (nested.equals("conversation_settings")) {
      present.properties().removeIf(each -> each.getValue().isNull());
      initial()
          .path(nested)
          .properties()
          .forEach(usual -> present.putIfAbsent(usual.getKey(), usual.getValue()));
    }
  }

  /** A copy without keys. */
  static ObjectNode withoutKeys(ObjectNode settings) {
    ObjectNode shown = settings.deepCopy();
    SECRET.forEach(shown::putNull);
    if (shown.at("/agent_settings/llm") instanceof ObjectNode llm) {
      llm.putNull("api_key");
    }
    for (JsonNode server : shown.at("/agent_settings/" + MCP)) {
      HIDDEN_OF_SERVERS.forEach(name -> hide(server.path(name)));
    }
    return shown;
  }

  private static void hide(JsonNode values) {
    if (values instanceof ObjectNode object) {
      object.properties().forEach(each -> each.setValue(Json.object().textNode(HIDDEN)));
    }
  }

  /** A copy in which keys that are set are asterisks. */
  static ObjectNode masked(ObjectNode settings) {
    ObjectNode shown = settings.deepCopy();
    for (String name : SECRET) {
      if (isSet(shown.path(name))) {
        shown.put(name, HIDDEN);
      }
    }
    if (shown.at("/agent_settings/llm") instanceof ObjectNode llm && isSet(llm.path("api_key"))) {
      llm.put("api_key", HIDDEN);
    }
    return shown;
  }

  /** True for a text that is not empty. */
  static boolean isSet(JsonNode key) {
    return key.isTextual() && !key.textValue().isEmpty();
  }
}
