package io.github.openhands4j.v1.api;

import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of the app server: operations without a key. */
public interface HealthApi {

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
   * @return plain JSON values, {@code "OK"}
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
   * {@code GET /saas}: on OpenHands Cloud. Needs no key.
   *
   * @param options times of this call, or null
   * @return plain JSON values, {@code {"saas": true}}
   * @throws OpenHandsException if the call fails; 404 on a self-hosted server
   */
  @RequestLine("GET /saas")
  Object saas(Request.@Nullable Options options);
}
