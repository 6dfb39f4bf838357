package io.github.openhands4j.core;

import io.github.openhands4j.core.internal.time.RetryAfter;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server answered, with an error. The subclasses stand for the statuses a caller can act on.
 */
public class ApiException extends OpenHandsException {

  private static final long serialVersionUID = 1L;
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9._:-]");

  private final ErrorAnswer answer;

  ApiException(ErrorCode code, ErrorAnswer answer, String hint) {
    super(code, describe(answer) + " " + hint, true, null);
    this.answer = answer;
  }

  /**
   * The exception for an answer.
   *
   * @param answer the server's answer, of a status that is an error
   * @return the subclass of its status
   */
  public static ApiException of(ErrorAnswer answer) {
    int status = answer.status();
    return switch (status) {
      case 400 -> new BadRequestException(answer);
      case 401 -> new UnauthorizedException(answer);
      case 403 -> new PermissionDeniedException(answer);
      case 404 -> new NotFoundException(answer);
      case 409 -> new ConflictException(answer);
      case 410 -> new GoneException(answer);
      case 422 -> new UnprocessableRequestException(answer);
      case 429 -> new RateLimitedException(answer);
      default -> other(answer, status);
    };
  }

  private static ApiException other(ErrorAnswer answer, int status) {
    if (status >= 500) {
      return new ServerErrorException(answer);
    }
    if (status >= 300 && status < 400) {
      return new ApiException(
          ErrorCode.REDIRECT_REFUSED,
          answer,
          "Redirects are never followed, so that no key reaches another address;"
              + " correct the base URL.");
    }
    return new ApiException(ErrorCode.API_ERROR, answer, "See status and body.");
  }

  private static String describe(ErrorAnswer answer) {
    String id = answer.requestId().map(value -> " (request id " + clean(value) + ")").orElse("");
    return answer.operation() + " -> " + answer.status() + id + ".";
  }

  private static String clean(String value) {
    String plain = ODD.matcher(value).replaceAll("");
    return plain.length() > 64 ? plain.substring(0, 64) : plain;
  }

  /**
   * The whole answer.
   *
   * @return operation, status, headers and body
   */
  public final ErrorAnswer answer() {
    return answer;
  }

  /**
   * The server's own words, taken from the body.
   *
   * @return the words without control characters, if the body has any
   */
  public final Optional<String> serverMessage() {
    return Optional.ofNullable(answer.serverMessage());
  }

  /**
   * The HTTP status.
   *
   * @return for example 404
   */
  public final int status() {
    return answer.status();
  }

  /**
   * How long the server asks to be left alone, by its {@code Retry-After} header: seconds, or a
   * date that is measured against the {@code Date} of the same answer. It is a minimum.
   *
   * @return the longest wait it names, at most 999,999,999 s; empty if it names none, or none that
   *     can be read, or one that has passed
   */
  public final Optional<Duration> retryAfter() {
    return RetryAfter.of(answer.headers()).map(RetryAfter::least);
  }

  /**
   * The {@code Retry-After} header as it was sent, for a wait that no {@link Duration} tells
   * exactly. It is the server's text: it may hold anything.
   *
   * @return the value with the longest wait, or the first one if none can be read; empty if there
   *     is none
   */
  public final Optional<String> retryAfterText() {
    return RetryAfter.of(answer.headers()).map(RetryAfter::text);
  }

  /**
   * The body as text, cut at a bound. It may repeat what was sent, so do not log it blindly.
   *
   * @return the body, possibly empty
   */
  public final String body() {
    return answer.body();
  }
}
