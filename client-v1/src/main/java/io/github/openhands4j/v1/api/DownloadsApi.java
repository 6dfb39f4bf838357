package io.github.openhands4j.v1.api;

import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.model.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the app server whose answers are files. They arrive while they are read: the
 * time of the call is that until the answer begins and of each silence in it.
 */
public interface DownloadsApi {

  /**
   * {@code GET /api/v1/app-conversations/{id}/download}: all stored events, also when the sandbox
   * is gone.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return a zip with {@code meta.json} and one file for each event, to be closed
   * @throws OpenHandsException if the call fails; 409 if another download of it runs, 413 for more
   *     than 10,000 events
   */
  @RequestLine("GET /api/v1/app-conversations/{id}/download")
  @Headers("Accept: application/zip")
  StreamedAnswer conversation(@Param("id") ConversationId id, Request.@Nullable Options options);
}
