package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Request;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes of the account's settings and git providers. */
interface SettingsApi {

  @RequestLine("GET /api/settings")
  JsonNode get(Request.@Nullable Options options);

  @RequestLine("POST /api/settings")
  @Headers("Content-Type: application/json")
  JsonNode store(Map<String, @Nullable Object> body, Request.@Nullable Options options);

  @RequestLine("POST /api/reset-settings")
  JsonNode reset(Request.@Nullable Options options);

  @RequestLine("POST /api/add-git-providers")
  @Headers("Content-Type: application/json")
  JsonNode addGitProviders(Bodies.ProviderTokens body, Request.@Nullable Options options);

  @RequestLine("POST /api/unset-provider-tokens")
  JsonNode unsetProviderTokens(Request.@Nullable Options options);
}
