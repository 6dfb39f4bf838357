package io.github.openhands4j.core.internal.resilience;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.PermissionDeniedException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.UnreadableAnswerException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a failed attempt says about the server, decided from evidence. */
public enum FailureClass {
  /** No byte of the request was written: it may be sent again, whatever it is. */
  NOT_SENT,
  /** The server refused it before doing anything. */
  REJECTED,
  /** It may have been done or not. */
  AMBIGUOUS,
  /** The server answered with success, and the answer cannot be read. */
  UNREADABLE;

  /**
   * Statuses that the API answers with before it does anything; 3xx too, which are not followed.
   */
  private static final Set<Integer> BEFORE_EXECUTION =
      Set.of(400, 401, 402, 403, 404, 405, 406, 407, 410, 413, 415, 422, 425, 431);

  private static final int TOO_MANY_REQUESTS = 429;

  /** How the API states an error; gateways have JSON of their own. */
  private static final Pattern STATED = Pattern.compile("\\s*\\{\\s*\"detail\"\\s*:");

  /** What the API's limiters say, in the Cloud and elsewhere, and its own limits. */
  private static final Pattern LIMITED =
      Pattern.compile(
          STATED
              + "|\\s*\\{\\s*\"(?:error\"\\s*:\\s*\"Rate limit exceeded"
              + "|message\"\\s*:\\s*\"Too many requests)");

  /**
   * Whether the server may have done what was asked.
   *
   * @return false if it is certain that it did not
   */
  public boolean mayHaveBeenDone() {
    return this == AMBIGUOUS || this == UNREADABLE;
  }

  /**
   * The class of a failure.
   *
   * @param failure what a call threw
   * @return its class
   */
  public static FailureClass of(OpenHandsException failure) {
    if (!failure.requestMayHaveBeenSent()) {
      return NOT_SENT;
    }
    if (failure instanceof UnreadableAnswerException) {
      return UNREADABLE;
    }
    if (failure instanceof ApiException answer) {
      return isRefusal(answer) ? REJECTED : AMBIGUOUS;
    }
    return AMBIGUOUS;
  }

  private static boolean isRefusal(ApiException answer) {
    if (answer.status() == TOO_MANY_REQUESTS) {
      return isApisOwn(answer); // a gateway may write it after it has passed the request on
    }
    boolean redirect = answer.status() >= 300 && answer.status() < 400;
    return redirect || BEFORE_EXECUTION.contains(answer.status());
  }

  /**
   * Whether the server refused the key: it will refuse the next request with it as well.
   *
   * @param failure what a call threw, or its cause
   * @return true for 401 and 403
   */
  public static boolean isOfTheKey(@Nullable Throwable failure) {
    return failure instanceof UnauthorizedException || failure instanceof PermissionDeniedException;
  }

  /**
   * Whether the API itself gave an error answer, and not something on the way to it.
   *
   * @param answer the answer
   * @return true if its body has a form in which the API states errors of that status
   */
  public static boolean isApisOwn(ApiException answer) {
    Pattern own = answer.status() == TOO_MANY_REQUESTS ? LIMITED : STATED;
    return own.matcher(answer.body()).lookingAt();
  }
}
