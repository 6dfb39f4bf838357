package io.github.openhands4j.v1.api;

import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/conversation/{id}/events}: what happened, as stored. */
public interface EventsApi {

  /**
   * {@code GET /api/v1/conversation/{id}/events/search}. Events get there up to half a minute after
   * they happened. Times are compared as texts: the server's have no zone and are UTC.
   *
   * @param id the conversation; an unknown one has no events
   * @param query parameters by wire name, for example {@code kind__eq}, {@code timestamp__gte},
   *     {@code sort_order}
   * @param options times of this call, or null
   * @return one page, oldest first unless asked otherwise, each event as plain JSON values; a page
   *     may be short while more follow
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/conversation/{id}/events/search")
  Page<Map<String, @Nullable Object>> search(
      @Param("id") ConversationId id,
      @QueryMap Map<String, Object> query,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/conversation/{id}/events/count}.
   *
   * @param id the conversation; an unknown one has no events
   * @param query the filters of {@code search}
   * @param options times of this call, or null
   * @return how many events are stored, those that cannot be read included
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/conversation/{id}/events/count")
  Long count(
      @Param("id") ConversationId id,
      @QueryMap Map<String, Object> query,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/conversation/{id}/events?id=}. There is no operation for a single event.
   *
   * @param id the conversation
   * @param ids 1 to 100 ids of events; what is no UUID makes the server fail with 500
   * @param options times of this call, or null
   * @return the events in the order asked for, null for an unknown one; a row of another form
   *     throws {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/conversation/{id}/events?id={ids}")
  List<@Nullable Map<String, @Nullable Object>> batchGet(
      @Param("id") ConversationId id,
      @Param("ids") List<String> ids,
      Request.@Nullable Options options);
}
