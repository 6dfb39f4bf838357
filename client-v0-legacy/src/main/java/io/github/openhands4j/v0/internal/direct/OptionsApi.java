package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Request;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** The routes of what the server offers. */
interface OptionsApi {

  @RequestLine("GET /api/options/models")
  JsonNode models(Request.@Nullable Options options);

  @RequestLine("GET /api/options/agents")
  JsonNode agents(Request.@Nullable Options options);

  @RequestLine("GET /api/options/security-analyzers")
  JsonNode securityAnalyzers(Request.@Nullable Options options);

  @RequestLine("GET /api/options/config")
  JsonNode config(Request.@Nullable Options options);
}
