package io.github.openhands4j.v1.api;

import feign.Headers;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of {@code /api/v1/settings}. */
public interface SettingsApi {

  /**
   * {@code GET /api/v1/settings}.
   *
   * @param options times of this call, or null
   * @return the user's settings; keys are left out or null
   * @throws OpenHandsException if the call fails; 404 if there are none yet; 401 also for any
   *     failure inside the server
   */
  @RequestLine("GET /api/v1/settings")
  Map<String, @Nullable Object> get(Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/settings}. Nested settings change by {@code agent_settings_diff} and {@code
   * conversation_settings_diff} only.
   *
   * @param changes the settings to change
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 422 for whole nested settings
   */
  @RequestLine("POST /api/v1/settings")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> store(
      Map<String, ? extends @Nullable Object> changes, Request.@Nullable Options options);
}
