package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A repository at a Git provider.
 *
 * @param id the id at the provider
 * @param fullName {@code owner/name}
 * @param gitProvider the provider, or null
 * @param isPublic whether anybody may read it, or null if not told
 * @param stargazersCount its stars, or null
 * @param linkHeader the provider's links to further pages, or null
 * @param pushedAt when it last changed, as the provider writes it, or null
 * @param ownerType {@code user} or {@code organization}, or null
 * @param mainBranch the main branch, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record GitRepository(
    @JsonProperty("id") String id,
    @JsonProperty("full_name") String fullName,
    @JsonProperty("git_provider") @Nullable ProviderType gitProvider,
    @JsonProperty("is_public") @Nullable Boolean isPublic,
    @JsonProperty("stargazers_count") @Nullable Long stargazersCount,
    @JsonProperty("link_header") @Nullable String linkHeader,
    @JsonProperty("pushed_at") @Nullable String pushedAt,
    @JsonProperty("owner_type") @Nullable String ownerType,
    @JsonProperty("main_branch") @Nullable String mainBranch,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public GitRepository {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(fullName, "fullName");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static GitRepositoryBuilder builder() {
    return GitRepositoryBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "GitRepository[" + "fullName=" + fullName + ", gitProvider=" + gitProvider + "]";
  }
}
