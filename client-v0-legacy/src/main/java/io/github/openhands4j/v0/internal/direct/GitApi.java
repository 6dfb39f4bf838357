package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** The routes of a workspace's repository. */
interface GitApi {

  @RequestLine("GET /api/conversations/{conversation_id}/git/changes")
  JsonNode changes(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("GET /api/conversations/{conversation_id}/git/diff?path={path}")
  JsonNode diff(
      @Param("conversation_id") String conversationId,
      @Param("path") String path,
      Request.@Nullable Options options);
}
