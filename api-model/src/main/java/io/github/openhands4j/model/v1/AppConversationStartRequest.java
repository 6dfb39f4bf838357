package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a start, and its echo in the start task.
 *
 * @param sandboxId run in this sandbox, or null for the server's choice
 * @param conversationId the id the conversation is to get
 * @param initialMessage the first message, or null for an idle conversation
 * @param systemMessageSuffix appended to the system prompt, or null
 * @param llmModel the model, or null for the user's default
 * @param agentProfileId an agent profile for this conversation, or null
 * @param selectedRepository the repository as {@code owner/name}, or null
 * @param selectedBranch the branch, or null
 * @param gitProvider the repository's provider, or null
 * @param suggestedTask a suggested task in the place of a message, or null
 * @param title accepted by the server and without effect; change the title afterwards
 * @param trigger what started it, or null
 * @param prNumber pull requests it belongs to
 * @param parentConversationId the parent of a child conversation, or null
 * @param agentType the kind of agent, or null for the default
 * @param isPublic accepted by the server and without effect
 * @param plugins plugins to load
 * @param secrets secrets of this conversation by name; masked in the echo
 * @param additionalProperties further fields, written as they are
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppConversationStartRequest(
    @JsonProperty("sandbox_id") @Nullable String sandboxId,
    @JsonProperty("conversation_id") @Nullable ConversationId conversationId,
    @JsonProperty("initial_message") @Nullable SendMessageRequest initialMessage,
    @JsonProperty("system_message_suffix") @Nullable String systemMessageSuffix,
    @JsonProperty("llm_model") @Nullable String llmModel,
    @JsonProperty("agent_profile_id") @Nullable String agentProfileId,
    @JsonProperty("selected_repository") @Nullable String selectedRepository,
    @JsonProperty("selected_branch") @Nullable String selectedBranch,
    @JsonProperty("git_provider") @Nullable ProviderType gitProvider,
    @JsonProperty("suggested_task") @Nullable SuggestedTask suggestedTask,
    @JsonProperty("title") @Nullable String title,
    @JsonProperty("trigger") @Nullable ConversationTrigger trigger,
    @JsonProperty("pr_number") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> prNumber,
    @JsonProperty("parent_conversation_id") @Nullable ConversationId parentConversationId,
    @JsonProperty("agent_type") @Nullable AgentType agentType,
    @JsonProperty("public") @Nullable Boolean isPublic,
    @JsonProperty("plugins") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PluginSpec> plugins,
    @JsonProperty("secrets") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Secret> secrets,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public AppConversationStartRequest {
    prNumber = Copies.list(prNumber);
    plugins = Copies.list(plugins);
    secrets = Copies.map(secrets);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static AppConversationStartRequestBuilder builder() {
    return AppConversationStartRequestBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "AppConversationStartRequest["
        + "conversationId="
        + conversationId
        + ", trigger="
        + trigger
        + "]";
  }
}
