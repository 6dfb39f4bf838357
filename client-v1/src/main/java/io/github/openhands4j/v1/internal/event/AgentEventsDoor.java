package io.github.openhands4j.v1.internal.event;

import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.internal.json.LazyPage;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.Event;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events that an agent server has, as types of their own. */
public interface AgentEventsDoor {

  /**
   * {@code GET /api/conversations/{id}/events/search}.
   *
   * @param id the conversation
   * @param query parameters by wire name
   * @param options times of this call, or null
   * @return one page in the order of events
   */
  @RequestLine("GET /api/conversations/{id}/events/search")
  LazyPage<Event> search(
      @Param("id") ConversationId id,
      @QueryMap Map<String, Object> query,
      Request.@Nullable Options options);
}
