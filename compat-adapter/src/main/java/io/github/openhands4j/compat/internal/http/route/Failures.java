package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.json.JsonReader;
import io.github.openhands4j.compat.internal.http.json.JsonTextException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.RateLimitedException;
import io.github.openhands4j.core.internal.ServerText;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers calls that failed. What is of unknown outcome is answered 409, which no HTTP client
 * repeats by itself and which is no timeout; only reads are told when to come again.
 */
final class Failures {

  private static final int UNKNOWN_OUTCOME = 409;
  private static final int TOO_MANY = 429;
  private static final int LONGEST_MESSAGE = 500;

  /** What some HTTP clients answer with a repetition, whatever the method. */
  private static final Set<Integer> INVITING = Set.of(408, 421, 425, 503);

  private static final Set<ErrorCode> TOO_LATE =
      Set.of(ErrorCode.DEADLINE_EXCEEDED, ErrorCode.WAIT_TIMEOUT);
  private static final Set<ErrorCode> OUR_SIDE =
      Set.of(ErrorCode.INTERRUPTED, ErrorCode.CLIENT_CLOSED, ErrorCode.JOURNAL_FAILED);

  private Failures() {}

  static V0Response answer(V0Exception failure, Route route, Call call) {
    if (failure instanceof V0StartOutcomeUnknownException unknown) {
      return Answers.json(UNKNOWN_OUTCOME, unknownStart(unknown));
    }
    int status = status(failure);
    if (route.isWrite() && INVITING.contains(status)) {
      status = 502;
    }
    V0Response answer =
        failure.status() >= 400 && !failure.body().isEmpty()
            ? Answers.text(status, contentType(failure.body()), failure.body())
            : Answers.json(status, route.shape().body(call, message(failure), word(failure)));
    Optional<Duration> rest = route.isWrite() ? Optional.empty() : retryAfter(failure);
    return rest.isPresent() && status == TOO_MANY
        ? Answers.with(answer, "Retry-After", Long.toString(wholeSeconds(rest.get())))
        : answer;
  }

  private static Map<String, @Nullable Object> unknownStart(
      V0StartOutcomeUnknownException unknown) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put("message", message(unknown));
    body.put("msg_id", "COMPAT$START_OUTCOME_UNKNOWN");
    body.put("conversation_id", unknown.conversationId().orElse(null));
    return body;
  }

  private static int status(V0Exception failure) {
    if (failure.code() == ErrorCode.MESSAGE_OUTCOME_UNKNOWN) {
      return UNKNOWN_OUTCOME;
    }
    if (failure.status() >= 400) {
      return failure.status();
    }
    if (TOO_LATE.contains(failure.code())) {
      return 504;
    }
    if (failure.code() == ErrorCode.REQUEST_BUDGET_EXCEEDED) {
      return TOO_MANY;
    }
    return OUR_SIDE.contains(failure.code()) ? 500 : 502;
  }

  private static String message(V0Exception failure) {
    return ServerText.oneLine(String.valueOf(failure.getMessage()), LONGEST_MESSAGE);
  }

  private static String word(V0Exception failure) {
    return "COMPAT$" + failure.code().name();
  }

  private static String contentType(String body) {
    try {
      JsonReader.read(body);
      return "application/json";
    } catch (JsonTextException | IllegalArgumentException notJson) {
      return (body.stripLeading().startsWith("<") ? "text/html" : "text/plain") + "; charset=utf-8";
    }
  }

  private static Optional<Duration> retryAfter(V0Exception failure) {
    return failure.getCause() instanceof RateLimitedException limited
        ? limited.retryAfter()
        : Optional.empty();
  }

  private static long wholeSeconds(Duration rest) {
    return rest.plusNanos(999_999_999).toSeconds();
  }
}
