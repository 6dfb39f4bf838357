package io.github.openhands4j.v1;

import io.github.openhands4j.model.internal.WireRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Filters and page of a search. All fields are optional.
 *
 * @param titleContains part of the title; {@code %} and {@code _} are wildcards
 * @param createdAtGte created at or after; the server may rewrite this time later
 * @param createdAtLt created before
 * @param updatedAtGte changed at or after
 * @param updatedAtLt changed before
 * @param sandboxIdEq in this sandbox, exactly as the server gave its id
 * @param pageId the token of the page, from the page before
 * @param limit rows in a page, 1 to 100, or null for 100
 * @param includeSubConversations whether children are listed too
 */
@WireRecord
public record ConversationQuery(
    @Nullable String titleContains,
    @Nullable Instant createdAtGte,
    @Nullable Instant createdAtLt,
    @Nullable Instant updatedAtGte,
    @Nullable Instant updatedAtLt,
    @Nullable String sandboxIdEq,
    @Nullable String pageId,
    @Nullable Integer limit,
    @Nullable Boolean includeSubConversations) {

  /**
   * The first page of all conversations.
   *
   * @return the query
   */
  public static ConversationQuery all() {
    return builder().build();
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ConversationQueryBuilder builder() {
    return ConversationQueryBuilder.builder();
  }
}
