package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.StreamedAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes of a conversation's events. */
interface EventsApi {

  @RequestLine(
      "GET /api/conversations/{conversation_id}/events?start_id={start_id}&end_id={end_id}"
          + "&reverse={reverse}&limit={limit}")
  JsonNode list(
      @Param("conversation_id") String conversationId,
      @Param("start_id") @Nullable Long startId,
      @Param("end_id") @Nullable Long endId,
      @Param("reverse") @Nullable Boolean reverse,
      @Param("limit") @Nullable Integer limit,
      Request.@Nullable Options options);

  @RequestLine("GET /api/conversations/{conversation_id}/trajectory")
  @Headers("Accept: application/json")
  StreamedAnswer trajectory(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("POST /api/conversations/{conversation_id}/events")
  @Headers("Content-Type: application/json")
  Bodies.@Nullable Done add(
      @Param("conversation_id") String conversationId,
      Map<String, @Nullable Object> event,
      Request.@Nullable Options options);
}
