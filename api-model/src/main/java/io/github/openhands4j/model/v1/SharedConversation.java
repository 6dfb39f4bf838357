package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that anybody may read.
 *
 * @param id the conversation's id
 * @param createdByUserId the user, or null
 * @param sandboxId the sandbox it runs in, or null
 * @param selectedRepository the repository as {@code owner/name}, or null
 * @param selectedBranch the branch, or null
 * @param gitProvider the repository's provider, or null
 * @param title the title, or null
 * @param prNumber numbers of the pull requests it opened
 * @param llmModel the model, or null
 * @param metrics cost and tokens, or null
 * @param parentConversationId the parent of a child conversation, or null
 * @param subConversationIds its children
 * @param createdAt when it was created, or null
 * @param updatedAt when it last changed, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record SharedConversation(
    @JsonProperty("id") ConversationId id,
    @JsonProperty("created_by_user_id") @Nullable String createdByUserId,
    @JsonProperty("sandbox_id") @Nullable String sandboxId,
    @JsonProperty("selected_repository") @Nullable String selectedRepository,
    @JsonProperty("selected_branch") @Nullable String selectedBranch,
    @JsonProperty("git_provider") @Nullable ProviderType gitProvider,
    @JsonProperty("title") @Nullable String title,
    @JsonProperty("pr_number") List<Long> prNumber,
    @JsonProperty("llm_model") @Nullable String llmModel,
    @JsonProperty("metrics") @Nullable MetricsSnapshot metrics,
    @JsonProperty("parent_conversation_id") @Nullable ConversationId parentConversationId,
    @JsonProperty("sub_conversation_ids") List<ConversationId> subConversationIds,
    @JsonProperty("created_at") @Nullable Instant createdAt,
    @JsonProperty("updated_at") @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public SharedConversation {
    Objects.requireNonNull(id, "id");
    prNumber = Copies.list(prNumber);
    subConversationIds = Copies.list(subConversationIds);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static SharedConversationBuilder builder() {
    return SharedConversationBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "SharedConversation[" + "id=" + id + "]";
  }
}
