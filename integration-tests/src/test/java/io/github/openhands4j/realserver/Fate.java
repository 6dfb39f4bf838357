package io.github.openhands4j.realserver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What becomes of a request on its way to the server, or of the answer on its way back. */
public sealed interface Fate {

  /** The server sees the request; of its answer only so many bytes arrive, head included. */
  record AnswerCutAt(int bytes) implements Fate {}

  /** The server gets the whole request; after a while the connection breaks on both sides. */
  record AbortedAfter(Duration delay) implements Fate {}

  /** The server never sees the request; a gateway answers. */
  record AnsweredByGateway(int status, Map<String, String> headers, String body) implements Fate {

    byte[] bytes() {
      byte[] content = body.getBytes(StandardCharsets.UTF_8);
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Gateway\r\n");
      headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      head.append("Content-Length: ").append(content.length).append("\r\n");
      head.append("Connection: close\r\n\r\n").append(body);
      return head.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The server sees the request; not a byte of its answer arrives. */
  static Fate answerLost() {
    return new AnswerCutAt(0);
  }
}
