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
 * A file that differs from the base of a V0 conversation's repository.
 *
 * @param status {@code M}, {@code A}, {@code D}, {@code R} or {@code U}
 * @param path its path, with the folder of the repository in front
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record GitChange(
    @JsonProperty("status") String status,
    @JsonProperty("path") String path,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public GitChange {
    status = Objects.requireNonNullElse(status, "");
    path = Objects.requireNonNullElse(path, "");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static GitChangeBuilder builder() {
    return GitChangeBuilder.builder();
  }
}
