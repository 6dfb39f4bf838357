package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that differs from the base.
 *
 * @param status {@code ADDED}, {@code UPDATED}, {@code DELETED} or {@code MOVED}
 * @param path the file, relative to the folder asked for
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record GitChange(
    @JsonProperty("status") String status,
    @JsonProperty("path") String path,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public GitChange {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(path, "path");
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

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "GitChange[status=" + status + ", path=" + path + "]";
  }
}
