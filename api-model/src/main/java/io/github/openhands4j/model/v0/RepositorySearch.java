package io.github.openhands4j.model.v0;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A search of repositories by text.
 *
 * @param query what their names contain
 * @param perPage rows at most, or null for 5
 * @param sort the order, or null for {@code stars}
 * @param order {@code desc} or {@code asc}, or null for {@code desc}
 * @param selectedProvider only of this provider, or null
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record RepositorySearch(
    String query,
    @Nullable Integer perPage,
    @Nullable String sort,
    @Nullable String order,
    @Nullable ProviderType selectedProvider) {

  public RepositorySearch {
    Objects.requireNonNull(query, "query");
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static RepositorySearchBuilder builder() {
    return RepositorySearchBuilder.builder();
  }
}
