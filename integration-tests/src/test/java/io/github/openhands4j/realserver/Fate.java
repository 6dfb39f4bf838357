package io.github.openhands4j.realserver;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What becomes of a request on its way to the server, or of the answer on its way back. */
public sealed interface Fate {

  /** The server sees the request and gives its whole answer, which breaks off at a place. */
  record AnswerCut(Place place) implements Fate {}

  /**
   * The answer goes on as it comes until a text has come; behind that the connection breaks on both
   * sides.
   */
  record CutBehind(String text) implements Fate {}

  /**
   * The answer goes on as it comes until a text has come; what is behind that waits for a sign, and
   * the connection breaks if there is none for a minute.
   */
  record HeldBehind(String text, CountDownLatch sign) implements Fate {

    void await() throws IOException {
      try {
        if (!sign.await(1, TimeUnit.MINUTES)) {
          throw new InterruptedIOException("no sign");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
  }

  /** Where an answer breaks off whose end is known. */
  enum Place {
    BEFORE_THE_FIRST_BYTE,
    AFTER_THE_FIRST_BYTE,
    INSIDE_THE_HEAD,
    BEHIND_THE_HEAD,
    INSIDE_THE_BODY,
    BEFORE_THE_LAST_BYTE;

    /** How many bytes of an answer arrive. */
    int in(HttpMessage answer) {
      int whole = answer.bytes().length;
      int head = answer.headLength();
      return switch (this) {
        case BEFORE_THE_FIRST_BYTE -> 0;
        case AFTER_THE_FIRST_BYTE -> 1;
        case INSIDE_THE_HEAD -> head / 2;
        case BEHIND_THE_HEAD -> head;
        case INSIDE_THE_BODY -> (head + whole) / 2;
        case BEFORE_THE_LAST_BYTE -> whole - 1;
      };
    }
  }

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
    return new AnswerCut(Place.BEFORE_THE_FIRST_BYTE);
  }
}
