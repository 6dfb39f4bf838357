package io.github.openhands4j.v1.api;

import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.feign.PathSegment;
import io.github.openhands4j.core.internal.http.WithoutKey;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.SharedConversation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations under {@code /api/shared-conversations} and {@code /api/shared-events}: what
 * anybody may read. Their requests carry no key.
 */
@WithoutKey
public interface SharedApi {

  /**
   * {@code GET /api/shared-conversations}.
   *
   * @param ids 1 to 99 ids
   * @param options times of this call, or null
   * @return the conversations in the order asked for, null for one that is unknown or not shared; a
   *     row of another form throws {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/shared-conversations?ids={ids}")
  List<@Nullable SharedConversation> conversations(
      @Param("ids") List<ConversationId> ids, Request.@Nullable Options options);

  /**
   * {@code GET /api/shared-events/search}.
   *
   * @param query {@code conversation_id}, which must be there, and those of a search for events
   * @param options times of this call, or null
   * @return one page, oldest first unless asked otherwise, each event as plain JSON values
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/shared-events/search")
  Page<Map<String, @Nullable Object>> searchEvents(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/shared-events/count}.
   *
   * @param query {@code conversation_id}, which must be there, and filters
   * @param options times of this call, or null
   * @return how many events there are
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/shared-events/count")
  Long countEvents(@QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/shared-events}.
   *
   * @param conversation the conversation
   * @param ids 1 to 100 ids of events
   * @param options times of this call, or null
   * @return the events in the order asked for, null for an unknown one; a row of another form
   *     throws {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/shared-events?conversation_id={conversation}&id={ids}")
  List<@Nullable Map<String, @Nullable Object>> batchGetEvents(
      @Param("conversation") ConversationId conversation,
      @Param("ids") List<String> ids,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/shared-events/{conversation}/{event}}.
   *
   * @param conversation the conversation
   * @param event the event
   * @param options times of this call, or null
   * @return the event as plain JSON values, or null for an unknown one
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/shared-events/{conversation}/{event}")
  @Nullable Map<String, @Nullable Object> event(
      @Param("conversation") ConversationId conversation,
      @Param(value = "event", expander = PathSegment.class) String event,
      Request.@Nullable Options options);
}
