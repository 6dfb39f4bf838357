package io.github.openhands4j.model.v0.event;

import io.github.openhands4j.model.internal.WireRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a V0 caller asks of the events of a conversation. Both bounds are inclusive.
 *
 * @param startId the lowest number wanted, or null for 0
 * @param endId the highest number wanted, or null for the newest
 * @param reverse whether the newest come first
 * @param limit how many at most, 0 to 100, or null for the server's 20
 * @param filter which events are wanted, or null for all
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record EventQuery(
    @Nullable Long startId,
    @Nullable Long endId,
    boolean reverse,
    @Nullable Integer limit,
    @Nullable EventFilter filter) {

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static EventQueryBuilder builder() {
    return EventQueryBuilder.builder();
  }

  /**
   * The oldest events, without bounds and filter.
   *
   * @return the query
   */
  public static EventQuery oldest() {
    return builder().build();
  }
}
