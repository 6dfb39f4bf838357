package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file before and after: whole contents, not a patch.
 *
 * @param original what it was, or null if it was not there
 * @param modified what it is, or null if it is not there
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record GitDiff(
    @JsonProperty("original") @Nullable String original,
    @JsonProperty("modified") @Nullable String modified,
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
   * Says which sides there are: no contents.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "GitDiff[original=" + (original != null) + ", modified=" + (modified != null) + "]";
  }
}
