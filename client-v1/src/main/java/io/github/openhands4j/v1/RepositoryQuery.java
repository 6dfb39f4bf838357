package io.github.openhands4j.v1;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.internal.WireRecord;
import io.github.openhands4j.model.v1.RepositorySortOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which repositories to list.
 *
 * @param provider the provider
 * @param text a part of their names, or null for all
 * @param installationId an installation, see {@link Git#installations}, or null
 * @param sortOrder their order, or null; only with a text
 * @param limit rows in a page, 1 to 100, or null for 100
 */
@WireRecord
public record RepositoryQuery(
    ProviderType provider,
    @Nullable String text,
    @Nullable String installationId,
    @Nullable RepositorySortOrder sortOrder,
    @Nullable Integer limit) {

  /** Refuses a query without a provider. */
  public RepositoryQuery {
    Objects.requireNonNull(provider, "provider");
  }

  /**
   * All repositories of a provider.
   *
   * @param provider the provider
   * @return the query
   */
  public static RepositoryQuery of(ProviderType provider) {
    return builder().provider(provider).build();
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static RepositoryQueryBuilder builder() {
    return RepositoryQueryBuilder.builder();
  }
}
