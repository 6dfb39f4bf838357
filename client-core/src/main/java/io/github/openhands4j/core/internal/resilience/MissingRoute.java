package io.github.openhands4j.core.internal.resilience;

import io.github.openhands4j.core.ApiException;

/** Tells a server that has no such operation from one that has no such object. */
public final class MissingRoute {

  private MissingRoute() {}

  /**
   * Whether the server does not know the operation: 405, a redirect (older servers add a slash), or
   * 404 in the words of its web framework, or in none. Nothing was done then.
   *
   * @param failure its answer
   * @return false for a 404 in the server's own words
   */
  public static boolean is(ApiException failure) {
    return switch (failure.status()) {
      case 404 -> failure.serverMessage().map("Not Found"::equals).orElse(true);
      case 307, 308, 405 -> true;
      default -> false;
    };
  }
}
