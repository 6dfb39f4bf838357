package io.github.openhands4j.model.v0;

import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.internal.WireRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a V0 list asks for. All fields are optional.
 *
 * @param pageId the {@code next_page_id} of the page before, or null for the first page
 * @param limit how many rows, or null for the server's 20
 * @param selectedRepository only this repository, as {@code owner/name}, or null
 * @param conversationTrigger only conversations started by this, or null
 * @param includeSubConversations whether children are listed too, or null for the server's false
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record ConversationListQuery(
    @Nullable String pageId,
    @Nullable Integer limit,
    @Nullable String selectedRepository,
    @Nullable ConversationTrigger conversationTrigger,
    @Nullable Boolean includeSubConversations) {

  /**
   * The first page, without filters.
   *
   * @return the query
   */
  public static ConversationListQuery firstPage() {
    return builder().build();
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ConversationListQueryBuilder builder() {
    return ConversationListQueryBuilder.builder();
  }
}
