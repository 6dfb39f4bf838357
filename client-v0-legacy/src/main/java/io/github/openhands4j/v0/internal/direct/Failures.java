package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.v0.V0Exception;
import java.util.Objects;

/**
 * Makes the one exception type V0 callers know of whatever went wrong below. The message never
 * holds the body.
 */
final class Failures {

  private Failures() {}

  static V0Exception of(OpenHandsException failure) {
    if (failure instanceof ApiException answer) {
      return new V0Exception(
          ErrorCode.V0_ERROR,
          answer.status(),
          answer.body(),
          answer.answer().operation()
              + " -> "
              + answer.status()
              + ". The V0 server's own words are in body().",
          answer);
    }
    int status = failure instanceof UnreadableAnswerException answer ? answer.status() : 0;
    return new V0Exception(failure.code(), status, "", withoutCode(failure), failure);
  }

  /** V0Exception appends the code itself. */
  private static String withoutCode(OpenHandsException failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    String code = " [" + failure.code().id() + "]";
    return message.endsWith(code)
        ? message.substring(0, message.length() - code.length())
        : message;
  }
}
