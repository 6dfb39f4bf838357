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
 * A microagent that a repository holds.
 *
 * @param name its name
 * @param path its file
 * @param createdAt when it was made, as the server wrote it, or null
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record RepositoryMicroagent(
    @JsonProperty("name") String name,
    @JsonProperty("path") String path,
    @JsonProperty("created_at") @Nullable String createdAt,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public RepositoryMicroagent {
    name = Objects.requireNonNullElse(name, "");
    path = Objects.requireNonNullElse(path, "");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static RepositoryMicroagentBuilder builder() {
    return RepositoryMicroagentBuilder.builder();
  }
}
