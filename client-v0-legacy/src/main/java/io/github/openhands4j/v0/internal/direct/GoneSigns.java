package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.v0.V0GoneException;

/**
 * Tells what a server without V0 answers: its web page with 200 (GET, where a web app is mounted),
 * 405 (other methods there), or 404 with exactly {@code {"detail":"Not Found"}} (no web app). A 404
 * with other words is V0 itself speaking.
 */
final class GoneSigns {

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final ObjectMapper mapper;
  private final JsonNode noSuchRoute;

  GoneSigns(ObjectMapper mapper) {
    this.mapper = mapper;
    this.noSuchRoute = mapper.createObjectNode().put("detail", "Not Found");
  }

  /** Whether an answer is one that a server without V0 gives. */
  boolean in(OpenHandsException failure) {
    if (failure instanceof UnreadableAnswerException page) {
      return page.code() == ErrorCode.ANSWER_IS_HTML;
    }
    return failure instanceof ApiException answer
        && (answer.status() == METHOD_NOT_ALLOWED
            || (answer.status() == NOT_FOUND && saysNoSuchRoute(answer.body())));
  }

  /** The exception for an answer that showed that V0 is gone. */
  static V0GoneException gone(OpenHandsException failure) {
    V0GoneException gone =
        failure instanceof ApiException answer
            ? new V0GoneException(answer.status(), answer.body())
            : new V0GoneException(((UnreadableAnswerException) failure).status(), "");
    gone.addSuppressed(failure);
    return gone;
  }

  private boolean saysNoSuchRoute(String body) {
    try {
      return noSuchRoute.equals(mapper.readTree(body));
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }
}
