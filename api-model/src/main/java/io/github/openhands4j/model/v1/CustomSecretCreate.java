package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A secret to be stored for the user.
 *
 * @param name its name
 * @param value its value
 * @param description what it is for, or null
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomSecretCreate(
    @JsonProperty("name") String name,
    @JsonProperty("value") Secret value,
    @JsonProperty("description") @Nullable String description) {

  public CustomSecretCreate {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static CustomSecretCreateBuilder builder() {
    return CustomSecretCreateBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "CustomSecretCreate[" + "name=" + name + "]";
  }
}
