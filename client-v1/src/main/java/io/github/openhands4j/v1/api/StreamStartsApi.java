package io.github.openhands4j.v1.api;

import feign.Headers;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import org.jspecify.annotations.Nullable;

/** The operation {@code /api/v1/app-conversations/stream-start}. */
public interface StreamStartsApi {

  /**
   * {@code POST /api/v1/app-conversations/stream-start}: starts a job that hangs on this
   * connection: when it ends too early, the server gives the start up, and its task stays as it is
   * for ever. <b>Never call this again after a failure</b> that may have been sent; {@code
   * conversations().startStreaming(...)} takes care of that.
   *
   * @param request what to start
   * @param options times of this call, or null
   * @return a JSON list of start tasks that arrives one by one, to be closed
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/v1/app-conversations/stream-start")
  @Headers({"Accept: application/json", "Content-Type: application/json"})
  StreamedAnswer start(AppConversationStartRequest request, Request.@Nullable Options options);
}
