package io.github.openhands4j.simulation;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorAnswer;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a call throws in this world: the product's exceptions, as its transport makes them. */
final class Failures {

  private static final String JSON = "{\"detail\":\"no\"}";

  private Failures() {}

  static OpenHandsException notSent() {
    return new TransportException(ErrorCode.NOT_SENT, "No connection.", false, null);
  }

  static OpenHandsException lost() {
    return new TransportException(ErrorCode.CONNECTION_LOST, "The connection broke.", true, null);
  }

  static OpenHandsException late(Duration limit, boolean sent) {
    return new DeadlineExceededException("POST", limit, sent, lost());
  }

  static OpenHandsException webPage() {
    return new UnreadableAnswerException(ErrorCode.ANSWER_IS_HTML, 200, "A web page.", null);
  }

  static OpenHandsException cut() {
    return new UnreadableAnswerException(ErrorCode.ANSWER_UNREADABLE, 200, "Cut off.", null);
  }

  /** An error answer of the API itself. */
  static ApiException api(int status) {
    return answer(status, JSON, Map.of());
  }

  /** An error answer of something on the way to the API. */
  static ApiException gateway(int status) {
    return answer(status, "<html>no</html>", Map.of());
  }

  static ApiException limited(long seconds) {
    return answer(429, JSON, Map.of("retry-after", List.of(Long.toString(seconds))));
  }

  private static ApiException answer(int status, String body, Map<String, List<String>> headers) {
    return ApiException.of(new ErrorAnswer("POST /somewhere", status, headers, body, null));
  }
}
