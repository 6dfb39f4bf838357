package io.github.openhands4j.model.v0.event;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events of a V0 conversation.
 *
 * @param events the events, in the order asked for
 * @param hasMore whether more match beyond the limit
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record EventPage(
    @JsonProperty("events") List<Event> events,
    @JsonProperty("has_more") boolean hasMore,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public EventPage {
    events = Copies.list(events);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static EventPageBuilder builder() {
    return EventPageBuilder.builder();
  }

  /**
   * Names the harmless fields only: no content, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "EventPage[" + "hasMore=" + hasMore + "]";
  }
}
