package io.github.openhands4j.v0.internal.rules;

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
public final class V0Failures {

  private V0Failures() {}

  /**
   * The V0 exception of a failure.
   *
   * @param failure what a call threw
   * @return an exception with the server's status and body, or with status 0 if there was no answer
   */
  public static V0Exception of(OpenHandsException failure) {
    if (failure instanceof ApiException answer) {
      return new V0Exception(
          ErrorCode.V0_ERROR,
          answer.status(),
          answer.body(),
          withoutCode(answer) + " The server's own words are in body().",
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
