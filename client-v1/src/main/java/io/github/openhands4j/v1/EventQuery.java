package io.github.openhands4j.v1;

import io.github.openhands4j.model.internal.WireRecord;
import io.github.openhands4j.model.v1.EventSortOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which stored events to list. All fields are optional.
 *
 * @param kindEq of this kind alone, by its simple name ({@code ActionEvent}); the server refuses a
 *     kind that it does not know
 * @param timestampGte happened at or after, in microseconds
 * @param timestampLt happened before, in microseconds
 * @param sortOrder their order, or null for oldest first
 * @param limit rows in a page, 1 to 100, or null for 100
 */
@WireRecord
public record EventQuery(
    @Nullable String kindEq,
    @Nullable Instant timestampGte,
    @Nullable Instant timestampLt,
    @Nullable EventSortOrder sortOrder,
    @Nullable Integer limit) {

  /**
   * All events, oldest first.
   *
   * @return the query
   */
  public static EventQuery all() {
    return builder().build();
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static EventQueryBuilder builder() {
    return EventQueryBuilder.builder();
  }
}
