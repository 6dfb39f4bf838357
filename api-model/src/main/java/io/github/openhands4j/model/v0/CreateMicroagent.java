package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A microagent to be created by a V0 conversation.
 *
 * @param repo the repository as {@code owner/name}
 * @param gitProvider its provider, or null
 * @param title a title, or null
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
@Deprecated(since = "0.1.0")
public record CreateMicroagent(
    @JsonProperty("repo") String repo,
    @JsonProperty("git_provider") @Nullable ProviderType gitProvider,
    @JsonProperty("title") @Nullable String title) {

  public CreateMicroagent {
    Objects.requireNonNull(repo, "repo");
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static CreateMicroagentBuilder builder() {
    return CreateMicroagentBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "CreateMicroagent[" + "repo=" + repo + "]";
  }
}
