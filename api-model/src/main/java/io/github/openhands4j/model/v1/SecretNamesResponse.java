package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that a sandbox may read.
 *
 * @param secrets their names and descriptions
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record SecretNamesResponse(
    @JsonProperty("secrets") List<CustomSecret> secrets,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public SecretNamesResponse {
    secrets = Copies.list(secrets);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static SecretNamesResponseBuilder builder() {
    return SecretNamesResponseBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "SecretNamesResponse[]";
  }
}
