package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new name and description for a secret; its value stays.
 *
 * @param name its name from now on
 * @param description what it is for, or null
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomSecretUpdate(
    @JsonProperty("name") String name, @JsonProperty("description") @Nullable String description) {

  public CustomSecretUpdate {
    Objects.requireNonNull(name, "name");
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static CustomSecretUpdateBuilder builder() {
    return CustomSecretUpdateBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "CustomSecretUpdate[" + "name=" + name + "]";
  }
}
