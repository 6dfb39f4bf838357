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
 * The server's record of one start.
 *
 * @param id the task's id, which is not the conversation's
 * @param createdByUserId the user, or null on single-user installs
 * @param status the phase in progress
 * @param detail why it failed, or null; may be empty
 * @param appConversationId the conversation, only once it is READY
 * @param sandboxId the sandbox, once chosen
 * @param agentServerUrl the agent server, once reached
 * @param request the request as the server took it, secrets masked
 * @param createdAt when the server took the start
 * @param updatedAt when the status last changed
 * @param errorCode a code on newer servers, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record AppConversationStartTask(
    @JsonProperty("id") StartTaskId id,
    @JsonProperty("created_by_user_id") @Nullable String createdByUserId,
    @JsonProperty("status") @Nullable AppConversationStartTaskStatus status,
    @JsonProperty("detail") @Nullable String detail,
    @JsonProperty("app_conversation_id") @Nullable ConversationId appConversationId,
    @JsonProperty("sandbox_id") @Nullable String sandboxId,
    @JsonProperty("agent_server_url") @Nullable String agentServerUrl,
    @JsonProperty("request") @Nullable AppConversationStartRequest request,
    @JsonProperty("created_at") @Nullable Instant createdAt,
    @JsonProperty("updated_at") @Nullable Instant updatedAt,
    @JsonProperty("error_code") @Nullable String errorCode,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public AppConversationStartTask {
    Objects.requireNonNull(id, "id");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static AppConversationStartTaskBuilder builder() {
    return AppConversationStartTaskBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "AppConversationStartTask["
        + "id="
        + id
        + ", status="
        + status
        + ", appConversationId="
        + appConversationId
        + "]";
  }
}
