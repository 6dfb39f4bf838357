package io.github.openhands4j.compat.internal.account;

import io.github.openhands4j.compat.CompatOptions.LossyFeatures;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.v0.V0Exception;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** V1's changes of settings, made of V0's flat ones; pure. */
final class SettingsOfV0 {

  /**
   * Translated settings.
   *
   * @param changes what to store on V1
   * @param dropped what V1 has no place for and was left out, to be warned of
   */
  record Translated(Map<String, @Nullable Object> changes, List<String> dropped) {}

  private static final String ONLY_AGENT = "CodeActAgent";
  private static final Set<String> ANALYZERS = Set.of("llm", SettingsOfV1.NO_ANALYZER);
  private static final int LEAST_CONDENSER = 20;

  /** As V0 had it: what is left out of a store falls back to its default. */
  private static final List<String> BACK_TO_NULL =
      List.of(
          "language",
          "remote_runtime_resource_factor",
          "sandbox_base_container_image",
          "sandbox_runtime_container_image",
          "max_budget_per_task",
          "email",
          "email_verified",
          "git_user_name",
          "git_user_email");

  private final Map<String, @Nullable Object> v0;
  private final @Nullable Object mcpServers;
  private final LossyFeatures lossy;
  private final List<String> dropped = new ArrayList<>();

  private SettingsOfV0(
      Map<String, @Nullable Object> v0, @Nullable Object mcpServers, LossyFeatures lossy) {
    this.v0 = v0;
    this.mcpServers = mcpServers;
    this.lossy = lossy;
  }

  /**
   * The changes.
   *
   * @param v0 V0's settings; keys that V0 did not know were ignored by it, and are here
   * @param mcpServers the MCP servers that V1 has now, if there are some in {@code v0}
   * @param lossy whether what V1 does not have may be left out
   * @return what to store
   * @throws V0Exception 422 for a value V0 refused, 501 for one that V1 does not have
   */
  static Translated translate(
      Map<String, @Nullable Object> v0, @Nullable Object mcpServers, LossyFeatures lossy) {
    return new SettingsOfV0(v0, mcpServers, lossy).translate();
  }

  private Translated translate() {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    BACK_TO_NULL.forEach(key -> changes.put(key, v0.get(key)));
    changes.put("enable_sound_notifications", orElse("enable_sound_notifications", false));
    changes.put(
        "enable_proactive_conversation_starters",
        orElse("enable_proactive_conversation_starters", true));
    ifThere(changes, "user_consents_to_analytics", "user_consents_to_analytics");
    ifThere(changes, "search_api_key", "search_api_key");
    ifThere(changes, "sandbox_api_key", "sandbox_api_key");
    changes.put("agent_settings_diff", agent());
    changes.put("conversation_settings_diff", conversation());
    if (Boolean.FALSE.equals(v0.get("enable_solvability_analysis"))) {
      leaveOut("enable_solvability_analysis", "V1 has no solvability analysis to switch off.");
    }
    return new Translated(changes, List.copyOf(dropped));
  }

  private Map<String, @Nullable Object> agent() {
    Map<String, @Nullable Object> agent = new LinkedHashMap<>();
    agent.put("agent", ONLY_AGENT);
    Object named = v0.get("agent");
    if (named != null && !named.equals(ONLY_AGENT)) {
      leaveOut("agent", "V1 has no other agent than " + ONLY_AGENT + ".");
    }
    Map<String, @Nullable Object> llm = new LinkedHashMap<>();
    ifThere(llm, "model", "llm_model");
    ifThere(llm, "api_key", "llm_api_key");
    ifThere(llm, "base_url", "llm_base_url");
    if (!llm.isEmpty()) {
      agent.put("llm", llm);
    }
    Map<String, @Nullable Object> condenser = new LinkedHashMap<>();
    condenser.put("enabled", orElse("enable_default_condenser", true));
    checkCondenser(v0.get("condenser_max_size"));
    ifThere(condenser, "max_size", "condenser_max_size");
    agent.put("condenser", condenser);
    mcpServers(agent);
    return agent;
  }

  /** V1 stores all of them anew, without the keys that it does not show. */
  private void mcpServers(Map<String, @Nullable Object> agent) {
    if (!(v0.get("mcp_config") instanceof Map<?, ?> config)) {
      agent.put("mcp_config", Map.of());
      return;
    }
    if (McpConfig.isShownAs(config, mcpServers)) {
      return;
    }
    if (McpConfig.losesKeys(config, mcpServers)) {
      leaveOut(
          "mcp_config.keys",
          "V1 does not show the keys of MCP servers, so servers that stay need theirs named anew.");
    }
    agent.put("mcp_config", McpConfig.toV1(config));
  }

  private Map<String, @Nullable Object> conversation() {
    Map<String, @Nullable Object> conversation = new LinkedHashMap<>();
    ifThere(conversation, "max_iterations", "max_iterations");
    conversation.put("confirmation_mode", orElse("confirmation_mode", false));
    Object analyzer = v0.get("security_analyzer");
    if (analyzer == null) {
      conversation.put(
          "security_analyzer", SettingsOfV1.NO_ANALYZER); // null would be V1's usual one
    } else if (ANALYZERS.contains(analyzer)) {
      conversation.put("security_analyzer", analyzer);
    } else {
      leaveOut("security_analyzer", "V1 has no other security analyzer than llm.");
    }
    return conversation;
  }

  private static void checkCondenser(@Nullable Object size) {
    if (size instanceof Number number && number.longValue() < LEAST_CONDENSER) {
      throw V0Bodies.unprocessable(
          "value_error",
          "condenser_max_size",
          "Value error, condenser_max_size must be at least " + LEAST_CONDENSER,
          size,
          Map.of("error", Map.of()));
    }
  }

  private void leaveOut(String field, String why) {
    if (lossy == LossyFeatures.REFUSE) {
      throw V0Bodies.unsupportedPart(
          field
              + " cannot be stored: "
              + why
              + " Set openhands.compat.lossy-features to drop-with-warning to leave it out.");
    }
    dropped.add("settings." + field);
  }

  private void ifThere(Map<String, @Nullable Object> to, String name, String key) {
    Object value = v0.get(key);
    if (value != null) {
      to.put(name, value);
    }
  }

  private Object orElse(String key, Object usual) {
    return Objects.requireNonNullElse(v0.get(key), usual);
  }
}
