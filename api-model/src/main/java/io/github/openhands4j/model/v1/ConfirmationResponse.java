package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.WireRecord;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an agent that waits for confirmation.
 *
 * @param accept whether it may do what it wants
 * @param reason why not; null for the server's text
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmationResponse(
    @JsonProperty("accept") boolean accept, @JsonProperty("reason") @Nullable String reason) {

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ConfirmationResponseBuilder builder() {
    return ConfirmationResponseBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ConfirmationResponse[" + "accept=" + accept + "]";
  }
}
