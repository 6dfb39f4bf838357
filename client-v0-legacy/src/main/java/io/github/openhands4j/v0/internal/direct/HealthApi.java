package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Request;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** The routes that tell whether the server lives. */
interface HealthApi {

  @RequestLine("GET /alive")
  JsonNode alive(Request.@Nullable Options options);

  @RequestLine("GET /health")
  JsonNode health(Request.@Nullable Options options);

  @RequestLine("GET /server_info")
  JsonNode serverInfo(Request.@Nullable Options options);
}
