package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** The routes of the account's secrets. A slash in a name stays encoded: it is no place to go. */
interface SecretsApi {

  @RequestLine("GET /api/secrets")
  JsonNode list(Request.@Nullable Options options);

  @RequestLine("POST /api/secrets")
  @Headers("Content-Type: application/json")
  JsonNode create(Bodies.NewSecret body, Request.@Nullable Options options);

  @RequestLine(value = "PUT /api/secrets/{secret_id}", decodeSlash = false)
  @Headers("Content-Type: application/json")
  JsonNode update(
      @Param("secret_id") String name, Bodies.SecretNames body, Request.@Nullable Options options);

  @RequestLine(value = "DELETE /api/secrets/{secret_id}", decodeSlash = false)
  JsonNode delete(@Param("secret_id") String name, Request.@Nullable Options options);
}
