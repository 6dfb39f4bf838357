package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the app server knows it.
 *
 * @param id the conversation's id
 * @param createdByUserId the user, or null on single-user installs
 * @param sandboxId the sandbox it runs in
 * @param selectedRepository the repository as {@code owner/name}, or null
 * @param selectedBranch the branch, or null
 * @param gitProvider the repository's provider, or null
 * @param title the title, or null
 * @param trigger what started it, or null
 * @param prNumber numbers of the pull requests it opened
 * @param llmModel the model, or null for the user's default
 * @param agentKind {@code openhands} or {@code acp}
 * @param metrics cost and tokens, or null
 * @param parentConversationId the parent of a child conversation, or null
 * @param subConversationIds its children; always empty in search results
 * @param isPublic whether anybody may read it, or null
 * @param tags tags
 * @param createdAt when it was created; the server may rewrite it later
 * @param updatedAt when it last changed
 * @param sandboxStatus the state of its sandbox
 * @param executionStatus what its agent is doing; null means unknown, not idle
 * @param conversationUrl its address on the agent server, or null unless the sandbox runs
 * @param sessionApiKey the sandbox's key, or null
 * @param acpServer the ACP server, or null
 * @param launchedAgentProfile the agent profile, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record AppConversation(
    @JsonProperty("id") ConversationId id,
    @JsonProperty("created_by_user_id") @Nullable String createdByUserId,
    @JsonProperty("sandbox_id") @Nullable String sandboxId,
    @JsonProperty("selected_repository") @Nullable String selectedRepository,
    @JsonProperty("selected_branch") @Nullable String selectedBranch,
    @JsonProperty("git_provider") @Nullable ProviderType gitProvider,
    @JsonProperty("title") @Nullable String title,
    @JsonProperty("trigger") @Nullable ConversationTrigger trigger,
    @JsonProperty("pr_number") List<Long> prNumber,
    @JsonProperty("llm_model") @Nullable String llmModel,
    @JsonProperty("agent_kind") @Nullable String agentKind,
    @JsonProperty("metrics") @Nullable MetricsSnapshot metrics,
    @JsonProperty("parent_conversation_id") @Nullable ConversationId parentConversationId,
    @JsonProperty("sub_conversation_ids") List<ConversationId> subConversationIds,
    @JsonProperty("public") @Nullable Boolean isPublic,
    @JsonProperty("tags") Map<String, @Nullable String> tags,
    @JsonProperty("created_at") @Nullable Instant createdAt,
    @JsonProperty("updated_at") @Nullable Instant updatedAt,
    @JsonProperty("sandbox_status") @Nullable SandboxStatus sandboxStatus,
    @JsonProperty("execution_status") @Nullable ConversationExecutionStatus executionStatus,
    @JsonProperty("conversation_url") @Nullable String conversationUrl,
    @JsonProperty("session_api_key") @Nullable Secret sessionApiKey,
    @JsonProperty("acp_server") @Nullable String acpServer,
    @JsonProperty("launched_agent_profile") @Nullable LaunchedAgentProfile launchedAgentProfile,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public AppConversation {
    Objects.requireNonNull(id, "id");
    prNumber = Copies.list(prNumber);
    subConversationIds = Copies.list(subConversationIds);
    tags = Copies.map(tags);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static AppConversationBuilder builder() {
    return AppConversationBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "AppConversation["
        + "id="
        + id
        + ", sandboxStatus="
        + sandboxStatus
        + ", executionStatus="
        + executionStatus
        + "]";
  }
}
