package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes of a conversation's runtime and of what it has loaded. */
interface RuntimesApi {

  @RequestLine("GET /api/conversations/{conversation_id}/config")
  JsonNode config(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("GET /api/conversations/{conversation_id}/vscode-url")
  JsonNode vscodeUrl(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("GET /api/conversations/{conversation_id}/web-hosts")
  JsonNode webHosts(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("GET /api/conversations/{conversation_id}/microagents")
  JsonNode microagents(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("GET /api/conversations/{conversation_id}/remember-prompt?event_id={event_id}")
  JsonNode rememberPrompt(
      @Param("conversation_id") String conversationId,
      @Param("event_id") long eventId,
      Request.@Nullable Options options);

  @RequestLine("POST /api/conversations/{conversation_id}/submit-feedback")
  @Headers("Content-Type: application/json")
  JsonNode submitFeedback(
      @Param("conversation_id") String conversationId,
      Map<String, @Nullable Object> body,
      Request.@Nullable Options options);

  @RequestLine("POST /api/conversations/{conversation_id}/exp-config")
  @Headers("Content-Type: application/json")
  JsonNode experiment(
      @Param("conversation_id") String conversationId,
      Bodies.Experiment body,
      Request.@Nullable Options options);
}
