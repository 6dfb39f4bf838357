package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * A V0 conversation.
 *
 * @param conversationId the id, 32 lower-case hex digits
 * @param title the title
 * @param lastUpdatedAt when it last changed, or null
 * @param status the state of its runtime
 * @param runtimeStatus the detail of that state, or null
 * @param selectedRepository the repository as {@code owner/name}, or null
 * @param selectedBranch the branch, or null
 * @param gitProvider the repository's provider, or null
 * @param trigger what started it, or null
 * @param numConnections open sockets
 * @param url its address, or null
 * @param sessionApiKey the runtime's key, or null
 * @param createdAt when it was created
 * @param prNumber numbers of the pull requests it opened
 * @param conversationVersion {@code V0} or {@code V1}, or null from older servers
 * @param subConversationIds its children
 * @param isPublic whether anybody may read it, or null
 * @param sandboxId its sandbox, or null
 * @param llmModel its model, or null
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record ConversationInfo(
    @JsonProperty("conversation_id") String conversationId,
    @JsonProperty("title") String title,
    @JsonProperty("last_updated_at") @Nullable Instant lastUpdatedAt,
    @JsonProperty("status") ConversationStatus status,
    @JsonProperty("runtime_status") @Nullable RuntimeStatus runtimeStatus,
    @JsonProperty("selected_repository") @Nullable String selectedRepository,
    @JsonProperty("selected_branch") @Nullable String selectedBranch,
    @JsonProperty("git_provider") @Nullable ProviderType gitProvider,
    @JsonProperty("trigger") @Nullable ConversationTrigger trigger,
    @JsonProperty("num_connections") int numConnections,
    @JsonProperty("url") @Nullable String url,
    @JsonProperty("session_api_key") @Nullable Secret sessionApiKey,
    @JsonProperty("created_at") @Nullable Instant createdAt,
    @JsonProperty("pr_number") List<Long> prNumber,
    @JsonProperty("conversation_version") @Nullable String conversationVersion,
    @JsonProperty("sub_conversation_ids") List<String> subConversationIds,
    @JsonProperty("public") @Nullable Boolean isPublic,
    @JsonProperty("sandbox_id") @Nullable String sandboxId,
    @JsonProperty("llm_model") @Nullable String llmModel,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ConversationInfo {
    Objects.requireNonNull(conversationId, "conversation_id");
    title = Objects.requireNonNullElse(title, "");
    status = Objects.requireNonNullElse(status, ConversationStatus.STOPPED);
    prNumber = Copies.list(prNumber);
    subConversationIds = Copies.list(subConversationIds);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ConversationInfoBuilder builder() {
    return ConversationInfoBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ConversationInfo["
        + "conversationId="
        + conversationId
        + ", status="
        + status
        + ", runtimeStatus="
        + runtimeStatus
        + "]";
  }
}
