package io.github.openhands4j.v0.internal.direct;

import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.ConversationResponse;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import org.jspecify.annotations.Nullable;

/** V0's conversation routes. Every answer can be the JSON literal {@code null}. */
interface V0Api {

  @RequestLine("POST /api/conversations")
  @Headers("Content-Type: application/json")
  @Nullable CreateConversationResponse create(
      CreateConversationRequest body, Request.@Nullable Options options);

  @RequestLine(
      "GET /api/conversations?page_id={page_id}&limit={limit}"
          + "&selected_repository={selected_repository}"
          + "&conversation_trigger={conversation_trigger}"
          + "&include_sub_conversations={include_sub_conversations}")
  @Nullable ConversationInfoResultSet list(
      @Param("page_id") @Nullable String pageId,
      @Param("limit") @Nullable Integer limit,
      @Param("selected_repository") @Nullable String selectedRepository,
      @Param("conversation_trigger") @Nullable String conversationTrigger,
      @Param("include_sub_conversations") @Nullable Boolean includeSubConversations,
      Request.@Nullable Options options);

  @RequestLine("GET /api/conversations/{conversation_id}")
  @Nullable ConversationInfo get(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("PATCH /api/conversations/{conversation_id}")
  @Headers("Content-Type: application/json")
  @Nullable Boolean update(
      @Param("conversation_id") String conversationId,
      Bodies.Title body,
      Request.@Nullable Options options);

  @RequestLine("DELETE /api/conversations/{conversation_id}")
  @Nullable Boolean delete(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("POST /api/conversations/{conversation_id}/start")
  @Headers("Content-Type: application/json")
  @Nullable ConversationResponse start(
      @Param("conversation_id") String conversationId,
      Bodies.Start body,
      Request.@Nullable Options options);

  @RequestLine("POST /api/conversations/{conversation_id}/stop")
  @Nullable ConversationResponse stop(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("POST /api/conversations/{conversation_id}/message")
  @Headers("Content-Type: application/json")
  Bodies.@Nullable Done message(
      @Param("conversation_id") String conversationId,
      Bodies.Message body,
      Request.@Nullable Options options);
}
