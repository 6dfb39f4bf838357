package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** The routes of the account's secrets. */
interface SecretsApi {

  @RequestLine("GET /api/secrets")
  JsonNode list(Request.@Nullable Options options);

  @RequestLine("POST /api/secrets")
  @Headers("Content-Type: application/json")
  JsonNode create(Bodies.NewSecret body, Request.@Nullable Options options);

  @RequestLine("PUT /api/secrets/{secret_id}")
  @Headers("Content-Type: application/json")
  JsonNode update(
      @Param("secret_id") String name, Bodies.SecretNames body, Request.@Nullable Options options);

  @RequestLine("DELETE /api/secrets/{secret_id}")
  JsonNode delete(@Param("secret_id") String name, Request.@Nullable Options options);
}
