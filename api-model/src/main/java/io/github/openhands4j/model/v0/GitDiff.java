package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A changed file of a V0 conversation, before and after.
 *
 * @param modified the text as it is
 * @param original the text as it was, empty for a new file
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record GitDiff(
    @JsonProperty("modified") @Nullable String modified,
    @JsonProperty("original") @Nullable String original,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public GitDiff {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static GitDiffBuilder builder() {
    return GitDiffBuilder.builder();
  }

  /**
   * Names the harmless fields only: no content, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "GitDiff[" + "]";
  }
}
