package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a V1 list.
 *
 * <p>A page may be shorter than asked for, or empty, while more pages follow: only an absent {@code
 * nextPageId} ends the list. A row that this release cannot read does not spoil the page: it is
 * kept as plain JSON values beside the others.
 *
 * @param items the page's rows, in the server's order
 * @param nextPageToken the opaque token of the next page, or null on the last one
 * @param unreadable rows that are not of the expected form, as plain JSON values; normally empty
 * @param <T> the type of a row
 */
public record Page<T>(
    @JsonProperty("items") List<T> items,
    @JsonProperty("next_page_id") @Nullable String nextPageToken,
    @JsonIgnore List<@Nullable Object> unreadable) {

  public Page {
    items = Copies.list(items);
    unreadable = Copies.list(unreadable);
  }

  /**
   * A page all of whose rows can be read.
   *
   * @param items the page's rows
   * @param nextPageToken the token of the next page, or null on the last one
   */
  public Page(List<T> items, @Nullable String nextPageToken) {
    this(items, nextPageToken, List.of());
  }

  /**
   * The token to ask for the next page with.
   *
   * @return empty on the last page
   */
  public Optional<String> nextPageId() {
    return Optional.ofNullable(nextPageToken);
  }

  /**
   * Names the size only: rows may hold what must not be logged.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "Page[items=" + items.size() + ", nextPageToken=" + nextPageToken + "]";
  }
}
