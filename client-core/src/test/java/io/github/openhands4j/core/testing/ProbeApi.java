package io.github.openhands4j.core.testing;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.model.v1.AppConversation;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of each kind, to send through the wiring of the real clients. */
public interface ProbeApi {

  /**
   * A read.
   *
   * @return the answer's JSON
   */
  @RequestLine("GET /things")
  @Nullable JsonNode read();

  /**
   * A read within a limit.
   *
   * @param options the limit
   * @return the answer's JSON
   */
  @RequestLine("GET /things")
  @Nullable JsonNode read(Request.Options options);

  /**
   * A read of a given address.
   *
   * @param base the address in the place of the configured one
   * @return the answer's JSON
   */
  @RequestLine("GET /things")
  @Nullable JsonNode readFrom(URI base);

  /**
   * A read with a header and a path of the caller's choice.
   *
   * @param id a part of the path
   * @param header a header's value
   * @return the answer's JSON
   */
  @RequestLine("GET /things/{id}?page={header}")
  @Headers("X-Probe: {header}")
  @Nullable JsonNode read(@Param("id") String id, @Param("header") String header);

  /**
   * A read of a model object.
   *
   * @return the conversation
   */
  @RequestLine("GET /conversation")
  @Nullable AppConversation conversation();

  /**
   * A start.
   *
   * @param body the body
   * @return the answer's JSON
   */
  @RequestLine("POST /starts")
  @Headers("Content-Type: application/json")
  @Nullable JsonNode start(Map<String, String> body);

  /**
   * A start within a limit.
   *
   * @param options the limit
   * @param body the body
   * @return the answer's JSON
   */
  @RequestLine("POST /starts")
  @Headers("Content-Type: application/json")
  @Nullable JsonNode start(Request.Options options, Map<String, String> body);

  /**
   * A write of anything.
   *
   * @param body the body
   * @return the answer's JSON
   */
  @RequestLine("POST /any")
  @Headers("Content-Type: application/json")
  @Nullable JsonNode write(Object body);

  /**
   * A write without a body.
   *
   * @return the answer's JSON
   */
  @RequestLine("POST /pause")
  @Nullable JsonNode pause();

  /**
   * A change.
   *
   * @param body the body
   * @return the answer's JSON
   */
  @RequestLine("PATCH /things")
  @Headers("Content-Type: application/json")
  @Nullable JsonNode change(Map<String, String> body);

  /**
   * A deletion.
   *
   * @return the answer's JSON
   */
  @RequestLine("DELETE /things")
  @Nullable JsonNode delete();
}
