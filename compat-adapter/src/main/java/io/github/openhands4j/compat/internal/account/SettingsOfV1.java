package io.github.openhands4j.compat.internal.account;

import io.github.openhands4j.compat.internal.events.WholeNumbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** V0's flat settings, made of V1's nested ones; pure. */
final class SettingsOfV1 {

  /** V0 had null for it. */
  static final String NO_ANALYZER = "none";

  private final Map<String, @Nullable Object> v1;
  private final Map<String, @Nullable Object> flat = new LinkedHashMap<>();

  private SettingsOfV1(Map<String, @Nullable Object> v1) {
    this.v1 = v1;
  }

  /**
   * V0's settings.
   *
   * @param v1 V1's answer
   * @return all of V0's keys in V0's order; keys of models and tools are null
   */
  static Map<String, @Nullable Object> flat(Map<String, @Nullable Object> v1) {
    return new SettingsOfV1(v1).flat();
  }

  private Map<String, @Nullable Object> flat() {
    Map<?, ?> agent = map(v1.get("agent_settings"));
    Map<?, ?> llm = map(agent.get("llm"));
    Map<?, ?> condenser = map(agent.get("condenser"));
    Map<?, ?> conversation = map(v1.get("conversation_settings"));
    same("language");
    flat.put("agent", agent.get("agent"));
    flat.put("max_iterations", conversation.get("max_iterations"));
    Object analyzer = conversation.get("security_analyzer");
    flat.put("security_analyzer", NO_ANALYZER.equals(analyzer) ? null : analyzer);
    flat.put("confirmation_mode", conversation.get("confirmation_mode"));
    flat.put("llm_model", llm.get("model"));
    flat.put("llm_api_key", null);
    flat.put("llm_base_url", llm.get("base_url"));
    same("remote_runtime_resource_factor");
    flat.put("secrets_store", Map.of("provider_tokens", Map.of()));
    flat.put("enable_default_condenser", !Boolean.FALSE.equals(condenser.get("enabled")));
    orElse("enable_sound_notifications", false);
    orElse("enable_proactive_conversation_starters", true);
    flat.put("enable_solvability_analysis", true);
    same("user_consents_to_analytics");
    same("sandbox_base_container_image");
    same("sandbox_runtime_container_image");
    flat.put("mcp_config", McpConfig.toV0(agent.get("mcp_config")));
    flat.put("search_api_key", null);
    flat.put("sandbox_api_key", null);
    same("max_budget_per_task");
    flat.put("condenser_max_size", condenser.get("max_size"));
    same("email");
    same("email_verified");
    same("git_user_name");
    same("git_user_email");
    orElse("provider_tokens_set", Map.of());
    orElse("llm_api_key_set", false);
    orElse("search_api_key_set", false);
    flat.replaceAll((key, value) -> WholeNumbers.asRead(value));
    return flat;
  }

  private void same(String key) {
    flat.put(key, v1.get(key));
  }

  private void orElse(String key, Object usual) {
    flat.put(key, Objects.requireNonNullElse(v1.get(key), usual));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
