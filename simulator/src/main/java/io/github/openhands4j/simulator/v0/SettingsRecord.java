package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The account's settings and the hosts of its git providers. Not thread-safe. */
final class SettingsRecord {

  /** What keeps its value when a change leaves it out. */
  private static final List<String> KEPT =
      List.of(
          "llm_api_key",
          "llm_model",
          "llm_base_url",
          "search_api_key",
          "user_consents_to_analytics");

  private static final List<String> SECRET =
      List.of("llm_api_key", "search_api_key", "sandbox_api_key");

  private static final Map<String, @Nullable Boolean> DEFAULTS = defaults();

  private final Map<String, @Nullable String> providers = new LinkedHashMap<>();
  private ObjectNode settings = Json.object().put("llm_model", "openai/fake-model");

  SettingsRecord() {
    settings.put("llm_api_key", "fake-llm-key");
    providers.put("github", null);
  }

  /** All keys in the order of release 0.62, with their defaults; null for none. */
  private static Map<String, @Nullable Boolean> defaults() {
    Map<String, @Nullable Boolean> defaults = new LinkedHashMap<>();
    for (String key :
        List.of(
            "language",
            "agent",
            "max_iterations",
            "security_analyzer",
            "confirmation_mode",
            "llm_model",
            "llm_api_key",
            "llm_base_url",
            "remote_runtime_resource_factor",
            "secrets_store")) {
      defaults.put(key, null);
    }
    defaults.put("enable_default_condenser", true);
    defaults.put("enable_sound_notifications", false);
    defaults.put("enable_proactive_conversation_starters", true);
    defaults.put("enable_solvability_analysis", true);
    for (String key :
        List.of(
            "user_consents_to_analytics",
            "sandbox_base_container_image",
            "sandbox_runtime_container_image",
            "mcp_config",
            "search_api_key",
            "sandbox_api_key",
            "max_budget_per_task",
            "condenser_max_size",
            "email",
            "email_verified",
            "git_user_name",
            "git_user_email")) {
      defaults.put(key, null);
    }
    return defaults;
  }

  /** The settings as callers see them: without keys. */
  ObjectNode toJson() {
    ObjectNode json = Json.object();
    DEFAULTS.forEach(
        (key, byDefault) -> {
          JsonNode value = SECRET.contains(key) ? Json.MAPPER.nullNode() : settings.path(key);
          if (key.equals("secrets_store")) {
            json.putObject(key).putObject("provider_tokens");
          } else if (!value.isMissingNode() && !value.isNull()) {
            json.set(key, value);
          } else {
            json.put(key, byDefault);
          }
        });
    ObjectNode set = json.putObject("provider_tokens_set");
    providers.forEach(set::put);
    json.put("llm_api_key_set", isSet("llm_api_key"));
    json.put("search_api_key_set", isSet("search_api_key"));
    return json;
  }

  private boolean isSet(String key) {
    return !settings.path(key).asText("").isBlank();
  }

  void store(ObjectNode change) {
    ObjectNode stored = change.deepCopy();
    for (String key : KEPT) {
      if (!stored.hasNonNull(key) && settings.hasNonNull(key)) {
        stored.set(key, settings.get(key));
      }
    }
    settings = stored;
  }

  /** Replaces the providers; one that is named without a token keeps the one it had. */
  void connect(JsonNode tokens) {
    Set<String> before = Set.copyOf(providers.keySet());
    providers.clear();
    for (Map.Entry<String, JsonNode> token : tokens.properties()) {
      if (!token.getValue().path("token").asText("").isEmpty() || before.contains(token.getKey())) {
        providers.put(token.getKey(), token.getValue().path("host").textValue());
      }
    }
  }

  Map<String, @Nullable String> providers() {
    return providers;
  }
}
