package io.github.openhands4j.realserver;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request that reached the server, and its whole answer, whatever of it went on to the client.
 *
 * @param method the request's method
 * @param target its path and query
 * @param requestHeaders its headers, by lower-case name; keys are not kept
 * @param requestBody its body, empty if it had none
 * @param status the answer's status
 * @param headers the answer's headers, by lower-case name
 * @param body the answer's body
 */
record RecordedExchange(
    String method,
    String target,
    Map<String, String> requestHeaders,
    String requestBody,
    int status,
    Map<String, String> headers,
    String body) {

  static RecordedExchange of(HttpMessage request, HttpMessage answer) {
    Map<String, String> headers = new TreeMap<>(request.headers());
    headers.keySet().removeAll(Set.of("authorization", "x-session-api-key"));
    return new RecordedExchange(
        request.word(0),
        request.word(1),
        headers,
        request.text(),
        Integer.parseInt(answer.word(1)),
        answer.headers(),
        answer.text());
  }

  /** The target without its query. */
  String path() {
    return target.replaceFirst("\\?.*", "");
  }
}
