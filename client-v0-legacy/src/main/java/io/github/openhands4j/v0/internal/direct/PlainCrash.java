package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import java.util.Locale;

/**
 * Tells what an uncaught exception of V0 itself is answered with, {@code Internal Server Error} in
 * plain text, from what gateways put in the place of an answer.
 */
final class PlainCrash {

  private static final int INTERNAL_ERROR = 500;
  private static final String WORDS = "Internal Server Error";

  private PlainCrash() {}

  static boolean is(OpenHandsException failure) {
    return failure instanceof ApiException answer
        && answer.status() == INTERNAL_ERROR
        && answer
            .answer()
            .header("content-type")
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .startsWith("text/plain")
        && answer.body().strip().equals(WORDS);
  }
}
