package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its agent server has it.
 *
 * @param id its id
 * @param executionStatus what the agent is doing, or null if the server does not say
 * @param title its title, or null
 * @param stats what models were used for and what that cost, as plain JSON values
 * @param confirmationPolicy which actions have to be confirmed, or null
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record AgentConversationInfo(
    @JsonProperty("id") ConversationId id,
    @JsonProperty("execution_status") @Nullable ConversationExecutionStatus executionStatus,
    @JsonProperty("title") @Nullable String title,
    @JsonProperty("stats") Map<String, @Nullable Object> stats,
    @JsonProperty("confirmation_policy") @Nullable ConfirmationPolicy confirmationPolicy,
    @JsonProperty("created_at") @Nullable Instant createdAt,
    @JsonProperty("updated_at") @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public AgentConversationInfo {
    Objects.requireNonNull(id, "id");
    stats = Copies.map(stats);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static AgentConversationInfoBuilder builder() {
    return AgentConversationInfoBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "AgentConversationInfo[id=" + id + ", executionStatus=" + executionStatus + "]";
  }
}
