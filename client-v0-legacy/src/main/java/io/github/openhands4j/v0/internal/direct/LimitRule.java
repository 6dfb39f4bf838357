package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.V0Exception;
import org.jspecify.annotations.Nullable;

/** Refuses limits of events that a V0 server refuses, with the server's words. */
final class LimitRule {

  private static final int USUAL = 20;
  private static final int LARGEST = 100;

  private LimitRule() {}

  /**
   * The limit that counts.
   *
   * @param limit what the caller asked for, or null
   * @return how many events at most
   * @throws V0Exception 400 if it is not from 0 to 100
   */
  static int check(@Nullable Integer limit) {
    if (limit == null) {
      return USUAL;
    }
    if (limit < 0 || limit > LARGEST) {
      throw new V0Exception(
          ErrorCode.V0_ERROR,
          400,
          "{\"detail\":\"Invalid limit\"}",
          "400: the limit of events is from 0 to 100. Nothing was sent.",
          null);
    }
    return limit;
  }
}
