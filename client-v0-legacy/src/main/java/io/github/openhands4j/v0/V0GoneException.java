package io.github.openhands4j.v0;

import io.github.openhands4j.core.ErrorCode;

/**
 * The server has no V0 API. It was removed in April 2026.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public final class V0GoneException extends V0Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param status the status the server answered with
   * @param body the body it answered with
   */
  public V0GoneException(int status, String body) {
    super(
        ErrorCode.V0_GONE,
        status,
        body,
        "This server has no V0 API: it was removed in April 2026. Put openhands4j-compat-adapter in"
            + " the place of openhands4j-client-v0-legacy, and the same calls run on V1. If it is"
            + " on the class path already, its file under META-INF/services was lost when jars were"
            + " merged.",
        null);
  }
}
