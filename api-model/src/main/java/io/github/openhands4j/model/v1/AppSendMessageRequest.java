package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message to a conversation.
 *
 * @param role {@code user}, which is also the server's default
 * @param content the parts of the message, at least one
 * @param run whether the agent is to run on it; the server's default is true
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppSendMessageRequest(
    @JsonProperty("role") @Nullable String role,
    @JsonProperty("content") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ContentBlock> content,
    @JsonProperty("run") @Nullable Boolean run) {

  public AppSendMessageRequest {
    content = Copies.list(content);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static AppSendMessageRequestBuilder builder() {
    return AppSendMessageRequestBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "AppSendMessageRequest[" + "role=" + role + ", run=" + run + "]";
  }
}
