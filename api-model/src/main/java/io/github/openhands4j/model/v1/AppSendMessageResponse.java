package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a message.
 *
 * @param success whether it was taken
 * @param sandboxStatus the state of the sandbox
 * @param message a remark, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record AppSendMessageResponse(
    @JsonProperty("success") boolean success,
    @JsonProperty("sandbox_status") @Nullable SandboxStatus sandboxStatus,
    @JsonProperty("message") @Nullable String message,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public AppSendMessageResponse {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static AppSendMessageResponseBuilder builder() {
    return AppSendMessageResponseBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "AppSendMessageResponse["
        + "success="
        + success
        + ", sandboxStatus="
        + sandboxStatus
        + "]";
  }
}
