package io.github.openhands4j.model.v0;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.internal.WireRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which repositories of the account a V0 caller asks for. All fields are optional.
 *
 * @param sort the order, or null for {@code pushed}
 * @param selectedProvider only of this provider, or null
 * @param page the page, from 1, or null
 * @param perPage rows of a page, or null
 * @param installationId only of this installation, or null
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record RepositoryQuery(
    @Nullable String sort,
    @Nullable ProviderType selectedProvider,
    @Nullable Integer page,
    @Nullable Integer perPage,
    @Nullable String installationId) {

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static RepositoryQueryBuilder builder() {
    return RepositoryQueryBuilder.builder();
  }
}
