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

  /**
   * Times of a call that has to end soon enough, and of an answer that may go on after that because
   * it is read while it arrives.
   *
   * @param options give the time for a connection
   * @param total the longest time of the whole call; if its answer is read while it arrives, the
   *     longest time until that begins, and the longest silence in it
   * @param whole the longest time of the whole of such an answer; the usual hour holds if this is
   *     longer
   * @return Feign options that do not follow redirects
   */
  public static Request.Options within(ClientOptions options, Duration total, Duration whole) {
    return StreamLimits.usual(atLeastOne(total)).within(atLeastOne(whole)).options(options);
  }

  /**
   * Limits of a call whose answer is read while it arrives, as a {@link
   * io.github.openhands4j.core.StreamedAnswer}. Without them, the time of the call is that of the
   * silence, the whole may take an hour and be of any size.
   *
   * @param options give the time for a connection
   * @param silence the time until the answer begins, and the longest silence in it
   * @param total the time of the whole answer, the pauses of its reader included
   * @param mostBytes the largest body
   * @return Feign options that do not follow redirects
   */
  public static Request.Options streamed(
      ClientOptions options, Duration silence, Duration total, long mostBytes) {
    return new StreamLimits(atLeastOne(silence), atLeastOne(total), mostBytes).options(options);
  }

  private static Duration atLeastOne(Duration time) {
    Duration least = Duration.ofMillis(1);
    return time.compareTo(least) < 0 ? least : time;
  }
}
