package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a V1 list.
 *
 * <p>A page may be shorter than asked for, or empty, while more pages follow: only an absent {@code
 * nextPageId} ends the list.
 *
 * @param items the page's rows, in the server's order
 * @param nextPageToken the opaque token of the next page, or null on the last one
 * @param <T> the type of a row
 */
public record Page<T>(
    @JsonProperty("items") List<T> items,
    @JsonProperty("next_page_id") @Nullable String nextPageToken) {

  public Page {
    items = Copies.list(items);
  }

  /**
   * The token to ask for the next page with.
   *
   * @return empty on the last page
   */
  public Optional<String> nextPageId() {
    return Optional.ofNullable(nextPageToken);
  }
}
