package io.github.openhands4j.v1.api.raw;

import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations {@code /api/v1/settings/agent-schema} and {@code
 * /api/v1/settings/conversation-schema}: what settings there are.
 */
public interface SchemasApi {

  /**
   * {@code GET /api/v1/settings/agent-schema}.
   *
   * @param options times of this call, or null
   * @return a description of the agent's settings
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/settings/agent-schema")
  Map<String, @Nullable Object> agent(Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/settings/conversation-schema}.
   *
   * @param options times of this call, or null
   * @return a description of the settings of conversations
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/settings/conversation-schema")
  Map<String, @Nullable Object> conversation(Request.@Nullable Options options);
}
