package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's settings. Keys are never among them: the server says only whether they are set.
 *
 * @param language the language of the web application, or null
 * @param email the user's address, or null
 * @param gitUserName the name in commits, or null for the server's
 * @param gitUserEmail the address in commits, or null for the server's
 * @param disabledSkills skills that are not loaded
 * @param maxBudgetPerTask the most a conversation may cost, or null
 * @param agentSettings settings of the agent, for example {@code llm} with {@code model}
 * @param conversationSettings settings of conversations, for example {@code max_iterations}
 * @param sandboxGroupingStrategy how conversations share sandboxes, or null
 * @param defaultSandboxSpecId what sandboxes are made from, or null for the server's default
 * @param activeAgentProfileId the agent profile in use, or null
 * @param activeAgentProfileRevision its revision, or null
 * @param providerTokensSet the connected Git providers, each with its host, or null for the usual
 *     one
 * @param llmApiKeySet whether a key of the language model is stored, or null if not told
 * @param searchApiKeySet whether a key of the search engine is stored, or null if not told
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record UserSettings(
    @JsonProperty("language") @Nullable String language,
    @JsonProperty("email") @Nullable String email,
    @JsonProperty("git_user_name") @Nullable String gitUserName,
    @JsonProperty("git_user_email") @Nullable String gitUserEmail,
    @JsonProperty("disabled_skills") List<String> disabledSkills,
    @JsonProperty("max_budget_per_task") @Nullable Double maxBudgetPerTask,
    @JsonProperty("agent_settings") Map<String, @Nullable Object> agentSettings,
    @JsonProperty("conversation_settings") Map<String, @Nullable Object> conversationSettings,
    @JsonProperty("sandbox_grouping_strategy")
        @Nullable SandboxGroupingStrategy sandboxGroupingStrategy,
    @JsonProperty("default_sandbox_spec_id") @Nullable String defaultSandboxSpecId,
    @JsonProperty("active_agent_profile_id") @Nullable String activeAgentProfileId,
    @JsonProperty("active_agent_profile_revision") @Nullable Long activeAgentProfileRevision,
    @JsonProperty("provider_tokens_set") Map<String, @Nullable String> providerTokensSet,
    @JsonProperty("llm_api_key_set") @Nullable Boolean llmApiKeySet,
    @JsonProperty("search_api_key_set") @Nullable Boolean searchApiKeySet,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public UserSettings {
    disabledSkills = Copies.list(disabledSkills);
    agentSettings = Copies.map(agentSettings);
    conversationSettings = Copies.map(conversationSettings);
    providerTokensSet = Copies.map(providerTokensSet);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static UserSettingsBuilder builder() {
    return UserSettingsBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "UserSettings[" + "llmApiKeySet=" + llmApiKeySet + "]";
  }
}
