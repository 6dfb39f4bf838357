package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plain acknowledgment.
 *
 * @param success whether it was done
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record Success(
    @JsonProperty("success") boolean success,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public Success {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static SuccessBuilder builder() {
    return SuccessBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "Success[" + "success=" + success + "]";
  }
}
