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
 * A branch of a repository.
 *
 * @param name its name
 * @param commitSha the commit at its head, or null
 * @param isProtected whether it is protected, or null if not told
 * @param lastPushDate when it last changed, as the provider writes it, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record GitBranch(
    @JsonProperty("name") String name,
    @JsonProperty("commit_sha") @Nullable String commitSha,
    @JsonProperty("protected") @Nullable Boolean isProtected,
    @JsonProperty("last_push_date") @Nullable String lastPushDate,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public GitBranch {
    Objects.requireNonNull(name, "name");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static GitBranchBuilder builder() {
    return GitBranchBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "GitBranch[" + "name=" + name + ", commitSha=" + commitSha + "]";
  }
}
