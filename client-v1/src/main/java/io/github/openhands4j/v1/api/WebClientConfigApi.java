package io.github.openhands4j.v1.api;

import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operation of {@code /api/v1/web-client}. */
public interface WebClientConfigApi {

  /**
   * {@code GET /api/v1/web-client/config}. Needs no key.
   *
   * @param options times of this call, or null
   * @return what the web app is told: {@code app_mode}, feature flags
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/web-client/config")
  Map<String, @Nullable Object> get(Request.@Nullable Options options);
}
