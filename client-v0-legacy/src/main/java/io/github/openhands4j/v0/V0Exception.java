package io.github.openhands4j.v0;

import io.github.openhands4j.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A V0 call failed, with the status and body that a V0 server answers with.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public class V0Exception extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String body;
  private final ErrorCode code;

  /**
   * Creates an exception.
   *
   * @param code the kind of failure, appended to the message
   * @param status the HTTP status, or 0 if there was no answer
   * @param body the body as V0 wrote it, or an empty text
   * @param message what was done and what to do, without the body
   * @param cause the failure below, or null
   */
  public V0Exception(
      ErrorCode code, int status, String body, String message, @Nullable Throwable cause) {
    super(message + " [" + code.id() + "]", cause);
    this.code = code;
    this.status = status;
    this.body = body;
  }

  /**
   * The HTTP status.
   *
   * @return for example 404, or 0 if there was no answer
   */
  public final int status() {
    return status;
  }

  /**
   * The body as V0 wrote it: one of several JSON shapes, plain text, or a page.
   *
   * @return the body, possibly empty; it may repeat what was sent
   */
  public final String body() {
    return body;
  }

  /**
   * The stable code of this kind of failure.
   *
   * @return the code, described in {@code docs/errors.md}
   */
  public final ErrorCode code() {
    return code;
  }
}
