package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import java.util.Locale;

/**
 * Tells what an uncaught exception of V0 itself is answered with, {@code Internal Server Error} in
 * plain text, from what gateways put in the place of an answer. Gateways use the same words, so the
 * answer must also bear the name of V0's own web server and none of anything on the way. Where a
 * gateway writes its name over that, nothing is known.
 */
final class PlainCrash {

  private static final int INTERNAL_ERROR = 500;
  private static final String WORDS = "Internal Server Error";
  private static final String TYPE = "text/plain; charset=utf-8";
  private static final String SERVER = "uvicorn";

  private PlainCrash() {}

  static boolean is(OpenHandsException failure) {
    return failure instanceof ApiException answer
        && answer.status() == INTERNAL_ERROR
        && answer.body().equals(WORDS)
        && header(answer, "content-type").equals(TYPE)
        && header(answer, "server").equals(SERVER)
        && header(answer, "via").isEmpty();
  }

  private static String header(ApiException answer, String name) {
    return answer.answer().header(name).orElse("").toLowerCase(Locale.ROOT);
  }
}
