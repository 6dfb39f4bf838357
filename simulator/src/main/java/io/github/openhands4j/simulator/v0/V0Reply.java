package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the server.
 *
 * @param status the HTTP status
 * @param contentType the type of the body, empty for none
 * @param body the body; its bytes in Base64 if it is binary
 * @param headers further headers
 * @param binary whether the body is binary
 */
public record V0Reply(
    int status, String contentType, String body, Map<String, String> headers, boolean binary) {

  /** Copies the headers. */
  public V0Reply {
    headers = Map.copyOf(headers);
  }

  /**
   * An answer whose body is a text.
   *
   * @param status the HTTP status
   * @param contentType the type of the body, empty for none
   * @param body the body
   * @param headers further headers
   */
  public V0Reply(int status, String contentType, String body, Map<String, String> headers) {
    this(status, contentType, body, headers, false);
  }

  /**
   * An answer of bytes.
   *
   * @param status the HTTP status
   * @param contentType the type of the body
   * @param body the bytes
   * @return the answer
   */
  public static V0Reply bytes(int status, String contentType, byte[] body) {
    return new V0Reply(
        status, contentType, Base64.getEncoder().encodeToString(body), Map.of(), true);
  }

  /**
   * A JSON answer, written without blanks.
   *
   * @param status the HTTP status
   * @param body the JSON
   * @return the answer
   */
  public static V0Reply json(int status, JsonNode body) {
    return new V0Reply(status, "application/json", body.toString(), Map.of());
  }

  /**
   * A plain text answer.
   *
   * @param status the HTTP status
   * @param body the text
   * @return the answer
   */
  public static V0Reply text(int status, String body) {
    return new V0Reply(status, "text/plain; charset=utf-8", body, Map.of());
  }

  /**
   * A web page, as gateways answer with.
   *
   * @param status the HTTP status
   * @param body the page
   * @return the answer
   */
  public static V0Reply page(int status, String body) {
    return new V0Reply(status, "text/html; charset=utf-8", body, Map.of());
  }

  /**
   * The refusal of the self-hosted server's rate limiter.
   *
   * @return 429 with {@code Retry-After: 1}
   */
  public static V0Reply tooManyRequests() {
    return json(429, Json.object("message", "Too many requests")).with("Retry-After", "1");
  }

  /**
   * What an uncaught exception of the server becomes.
   *
   * @return 500 in plain text, with the name of the web server that V0 runs on
   */
  public static V0Reply crash() {
    return text(500, "Internal Server Error").with("Server", "uvicorn");
  }

  /**
   * The same with one more header.
   *
   * @param name the header's name
   * @param value its value
   * @return a changed copy
   */
  public V0Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new V0Reply(status, contentType, body, more, binary);
  }

  static V0Reply detail(int status, String detail) {
    return json(status, Json.object("detail", detail));
  }
}
