package io.github.openhands4j.core.internal.http;

import feign.Request;
import java.util.concurrent.TimeUnit;

/**
 * The times of a call with something beside them: Feign hands them to the transport as they are.
 */
abstract class CarryingTimes extends Request.Options {

  CarryingTimes(Request.Options times) {
    super(
        times.connectTimeoutMillis(),
        TimeUnit.MILLISECONDS,
        times.readTimeoutMillis(),
        TimeUnit.MILLISECONDS,
        times.isFollowRedirects());
  }
}
