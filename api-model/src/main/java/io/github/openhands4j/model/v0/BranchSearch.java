package io.github.openhands4j.model.v0;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A search of branches by text.
 *
 * @param repository the repository as {@code owner/name}
 * @param query what their names contain
 * @param perPage rows at most, or null for 30
 * @param selectedProvider the repository's provider, or null
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record BranchSearch(
    String repository,
    String query,
    @Nullable Integer perPage,
    @Nullable ProviderType selectedProvider) {

  public BranchSearch {
    Objects.requireNonNull(repository, "repository");
    Objects.requireNonNull(query, "query");
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static BranchSearchBuilder builder() {
    return BranchSearchBuilder.builder();
  }
}
