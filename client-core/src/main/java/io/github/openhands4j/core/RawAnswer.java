package io.github.openhands4j.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it came: a success or an error, before anything is made of it. Immutable.
 *
 * <p>Status and headers may be logged; the body may hold keys and prompts, and does not show in
 * {@link #toString()}.
 */
public final class RawAnswer {

  private final String operation;
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * Keeps an answer.
   *
   * @param operation what was asked, as method and path template
   * @param status the HTTP status
   * @param headers values by name in lower case, without cookies
   * @param body the bytes of the body; copied
   */
  public RawAnswer(String operation, int status, Map<String, List<String>> headers, byte[] body) {
    this.operation = operation;
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  /**
   * What was asked.
   *
   * @return method and path template, for example {@code GET /api/v1/settings}
   */
  public String operation() {
    return operation;
  }

  /**
   * The HTTP status.
   *
   * @return for example 200
   */
  public int status() {
    return status;
  }

  /**
   * The headers, without cookies.
   *
   * @return values by name in lower case
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * The first value of a header.
   *
   * @param name the header's name in lower case
   * @return the value, if the header was sent
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * The body.
   *
   * @return a copy of its bytes, after decompression
   */
  public byte[] body() {
    return body.clone();
  }

  /**
   * The body as text.
   *
   * @return its bytes read as UTF-8
   */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * Names the harmless parts only.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "RawAnswer[" + operation + " -> " + status + "]";
  }
}
