package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.feign.FileForm;
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

  @RequestLine("GET /api/conversations/{conversation_id}/zip-directory")
  @Headers("Accept: application/zip")
  StreamedAnswer zip(
      @Param("conversation_id") String conversationId, Request.@Nullable Options options);

  @RequestLine("POST /api/conversations/{conversation_id}/upload-files")
  JsonNode upload(
      @Param("conversation_id") String conversationId,
      FileForm files,
      Request.@Nullable Options options);
}
