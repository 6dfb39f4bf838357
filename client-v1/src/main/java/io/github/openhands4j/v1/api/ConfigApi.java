package io.github.openhands4j.v1.api;

import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/config}: models to choose from. */
public interface ConfigApi {

  /**
   * {@code GET /api/v1/config/models/search}.
   *
   * @param query parameters by wire name, for example {@code query}, {@code provider__eq}, {@code
   *     verified__eq}
   * @param options times of this call, or null
   * @return one page of models, 50 unless asked otherwise
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/config/models/search")
  Page<Map<String, @Nullable Object>> models(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/config/providers/search}.
   *
   * @param query parameters by wire name, for example {@code query}, {@code verified__eq}
   * @param options times of this call, or null
   * @return one page of providers of models, 50 unless asked otherwise
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/config/providers/search")
  Page<Map<String, @Nullable Object>> providers(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);
}
