package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a V0 create.
 *
 * @param status always {@code ok}; not a conversation status
 * @param conversationId the id, 32 lower-case hex digits
 * @param message a remark, or null
 * @param conversationStatus the first status; STOPPED is not final here
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record CreateConversationResponse(
    @JsonProperty("status") String status,
    @JsonProperty("conversation_id") String conversationId,
    @JsonProperty("message") @Nullable String message,
    @JsonProperty("conversation_status") @Nullable ConversationStatus conversationStatus,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public CreateConversationResponse {
    Objects.requireNonNull(conversationId, "conversation_id");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static CreateConversationResponseBuilder builder() {
    return CreateConversationResponseBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "CreateConversationResponse["
        + "status="
        + status
        + ", conversationId="
        + conversationId
        + ", conversationStatus="
        + conversationStatus
        + "]";
  }
}
