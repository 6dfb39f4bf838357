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
 * A branch of a repository.
 *
 * @param name its name
 * @param commitSha its newest commit
 * @param isProtected whether it is protected
 * @param lastPushDate when it last changed, as the provider wrote it, or null
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record Branch(
    @JsonProperty("name") String name,
    @JsonProperty("commit_sha") String commitSha,
    @JsonProperty("protected") boolean isProtected,
    @JsonProperty("last_push_date") @Nullable String lastPushDate,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public Branch {
    name = Objects.requireNonNullElse(name, "");
    commitSha = Objects.requireNonNullElse(commitSha, "");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static BranchBuilder builder() {
    return BranchBuilder.builder();
  }
}
