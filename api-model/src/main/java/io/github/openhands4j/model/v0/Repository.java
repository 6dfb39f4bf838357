package io.github.openhands4j.model.v0;

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
 * A repository that the account can reach.
 *
 * @param id the provider's id
 * @param fullName {@code owner/name}
 * @param gitProvider its provider
 * @param isPublic whether anybody may read it
 * @param stargazersCount its stars, or null
 * @param linkHeader links to the pages around, on the first of a page, or null
 * @param pushedAt when it last changed, as the provider wrote it, or null
 * @param ownerType {@code user} or {@code organization}, or null
 * @param mainBranch its default branch, or null
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record Repository(
    @JsonProperty("id") String id,
    @JsonProperty("full_name") String fullName,
    @JsonProperty("git_provider") @Nullable ProviderType gitProvider,
    @JsonProperty("is_public") boolean isPublic,
    @JsonProperty("stargazers_count") @Nullable Long stargazersCount,
    @JsonProperty("link_header") @Nullable String linkHeader,
    @JsonProperty("pushed_at") @Nullable String pushedAt,
    @JsonProperty("owner_type") @Nullable String ownerType,
    @JsonProperty("main_branch") @Nullable String mainBranch,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public Repository {
    id = Objects.requireNonNullElse(id, "");
    fullName = Objects.requireNonNullElse(fullName, "");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static RepositoryBuilder builder() {
    return RepositoryBuilder.builder();
  }
}
