package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** The routes of a workspace's files. */
interface FilesApi {

  @RequestLine("GET /api/conversations/{conversation_id}/list-files?path={path}")
  JsonNode list(
      @Param("conversation_id") String conversationId,
      @Param("path") @Nullable String path,
      Request.@Nullable Options options);

  @RequestLine("GET /api/conversations/{conversation_id}/select-file?file={file}")
  JsonNode select(
      @Param("conversation_id") String conversationId,
      @Param("file") String file,
      Request.@Nullable Options options);
}
