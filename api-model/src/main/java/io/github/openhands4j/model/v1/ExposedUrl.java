package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address a running sandbox exposes.
 *
 * @param name what it is, for example {@code AGENT_SERVER}
 * @param url the address; it may contain the sandbox's key
 * @param port the port inside the sandbox
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ExposedUrl(
    @JsonProperty("name") String name,
    @JsonProperty("url") Secret url,
    @JsonProperty("port") @Nullable Integer port,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ExposedUrl {
    Objects.requireNonNull(name, "name");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ExposedUrlBuilder builder() {
    return ExposedUrlBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ExposedUrl[" + "name=" + name + ", port=" + port + "]";
  }
}
