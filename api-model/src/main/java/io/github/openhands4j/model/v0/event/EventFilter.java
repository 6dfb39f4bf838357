package io.github.openhands4j.model.v0.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.WireRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a V0 conversation are wanted. What is not set lets all through.
 *
 * @param excludeHidden leaves out events that are not meant to be seen
 * @param query a text that the event contains, in any case, or null
 * @param source {@code agent}, {@code user} or {@code environment}, or null
 * @param startDate the first time, compared with the timestamps as text, or null
 * @param endDate the last time, compared as text, or null
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record EventFilter(
    @JsonProperty("exclude_hidden") boolean excludeHidden,
    @JsonProperty("query") @Nullable String query,
    @JsonProperty("source") @Nullable String source,
    @JsonProperty("start_date") @Nullable String startDate,
    @JsonProperty("end_date") @Nullable String endDate) {

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static EventFilterBuilder builder() {
    return EventFilterBuilder.builder();
  }
}
