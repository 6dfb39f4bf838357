package io.github.openhands4j.core.internal.http;

import feign.Request;
import io.github.openhands4j.core.ClientOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The times of one call, in the form in which Feign hands them to the transport. */
public final class CallTimes {

  private CallTimes() {}

  /**
   * Times of a call that has to end soon enough.
   *
   * @param options give the time for a connection
   * @param total the time of the whole call
   * @return Feign options that do not follow redirects
   */
  public static Request.Options within(ClientOptions options, Duration total) {
    long millis = Math.max(1, total.toMillis());
    return new Request.Options(
        Math.min(millis, options.connectTimeout().toMillis()),
        TimeUnit.MILLISECONDS,
        millis,
        TimeUnit.MILLISECONDS,
        false);
  }
}
