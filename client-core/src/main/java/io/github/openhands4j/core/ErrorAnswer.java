package io.github.openhands4j.core;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the server that is an error.
 *
 * @param operation what was asked, as method and path template
 * @param status the HTTP status
 * @param headers the headers by lower-case name, without cookies
 * @param body the body as text, cut at a bound; may repeat what was sent
 * @param serverMessage the server's own words, taken from the body, or null
 */
public record ErrorAnswer(
    String operation,
    int status,
    Map<String, List<String>> headers,
    String body,
    @Nullable String serverMessage)
    implements Serializable {

  private static final List<String> REQUEST_ID_HEADERS =
      List.of("x-request-id", "x-correlation-id", "x-amzn-trace-id", "cf-ray");

  public ErrorAnswer {
    headers = Map.copyOf(headers);
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
   * The id the server or its gateway gave to the request.
   *
   * @return the id, if any was sent
   */
  public Optional<String> requestId() {
    return REQUEST_ID_HEADERS.stream().flatMap(name -> header(name).stream()).findFirst();
  }

  /**
   * Names the harmless fields only.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ErrorAnswer[" + operation + " -> " + status + "]";
  }
}
