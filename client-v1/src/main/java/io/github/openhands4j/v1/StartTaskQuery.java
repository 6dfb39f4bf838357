package io.github.openhands4j.v1;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.internal.WireRecord;
import io.github.openhands4j.model.v1.AppConversationStartTaskSortOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which start tasks to list. All fields are optional.
 *
 * @param conversationId those of this conversation; finds only starts that are READY
 * @param createdAtGte created at or after
 * @param sortOrder their order, or null for newest first
 * @param limit rows in a page, 1 to 100, or null for 100
 */
@WireRecord
public record StartTaskQuery(
    @Nullable ConversationId conversationId,
    @Nullable Instant createdAtGte,
    @Nullable AppConversationStartTaskSortOrder sortOrder,
    @Nullable Integer limit) {

  /**
   * All start tasks, newest first.
   *
   * @return the query
   */
  public static StartTaskQuery all() {
    return builder().build();
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static StartTaskQueryBuilder builder() {
    return StartTaskQueryBuilder.builder();
  }
}
