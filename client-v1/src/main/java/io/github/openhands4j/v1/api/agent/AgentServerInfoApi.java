package io.github.openhands4j.v1.api.agent;

import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agent server is and offers. */
public interface AgentServerInfoApi {

  /**
   * {@code GET /alive}. Needs no key.
   *
   * @param options times of this call, or null
   * @return plain JSON values, {@code {"status": "ok"}}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /alive")
  Object alive(Request.@Nullable Options options);

  /**
   * {@code GET /health}. Needs no key.
   *
   * @param options times of this call, or null
   * @return plain JSON values, {@code {"status": "ok"}}, a text on older servers
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /health")
  Object health(Request.@Nullable Options options);

  /**
   * {@code GET /ready}. Needs no key.
   *
   * @param options times of this call, or null
   * @return plain JSON values
   * @throws OpenHandsException if the call fails; 503 if the server is not ready
   */
  @RequestLine("GET /ready")
  Object ready(Request.@Nullable Options options);

  /**
   * {@code GET /server_info}. Needs no key.
   *
   * @param options times of this call, or null
   * @return versions, {@code uptime}, {@code idle_time}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /server_info")
  Map<String, @Nullable Object> serverInfo(Request.@Nullable Options options);

  /**
   * {@code GET /api/vscode/url}.
   *
   * @param query {@code base_url} and {@code workspace_dir}, both optional
   * @param options times of this call, or null
   * @return {@code url}, which holds the sandbox's key, or null
   * @throws OpenHandsException if the call fails; 503 if there is no VS Code
   */
  @RequestLine("GET /api/vscode/url")
  Map<String, @Nullable Object> vscodeUrl(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/tools/}.
   *
   * @param options times of this call, or null
   * @return the names of the tools agents can have; a row of another form throws {@link
   *     UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/tools/")
  List<String> tools(Request.@Nullable Options options);
}
