package io.github.openhands4j.core.internal.http;

import feign.Request;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StreamedAnswer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long and how large an answer may be that is read while it arrives.
 *
 * @param silence the time until the answer begins, and the longest silence in it
 * @param total the time of the whole answer, its reader's pauses included
 * @param mostBytes the largest body
 */
record StreamLimits(Duration silence, Duration total, long mostBytes) {

  private static final Duration USUAL_TOTAL = Duration.ofHours(1);

  /** The limits in the form in which Feign hands them to the transport. */
  private static final class Options extends Request.Options {

    private final StreamLimits limits;

    Options(ClientOptions options, StreamLimits limits) {
      super(
          Math.min(limits.silence.toMillis(), options.connectTimeout().toMillis()),
          TimeUnit.MILLISECONDS,
          limits.silence.toMillis(),
          TimeUnit.MILLISECONDS,
          false);
      this.limits = limits;
    }
  }

  /** The limits of a request, or null if its answer is read as a whole. */
  static @Nullable StreamLimits of(Request request, Request.Options options) {
    if (!isStreamed(request)) {
      return null;
    }
    if (options instanceof Options own) {
      return own.limits;
    }
    return usual(Duration.of(options.readTimeout(), options.readTimeoutUnit().toChronoUnit()));
  }

  /** The limits of a call that names none but the longest silence. */
  static StreamLimits usual(Duration silence) {
    return new StreamLimits(
        silence, silence.compareTo(USUAL_TOTAL) > 0 ? silence : USUAL_TOTAL, Long.MAX_VALUE);
  }

  /** The same limits, but the whole answer takes no longer than this. */
  StreamLimits within(Duration longest) {
    return longest.compareTo(total) < 0 ? new StreamLimits(silence, longest, mostBytes) : this;
  }

  /** Whether the operation wants its answer while it arrives. */
  static boolean isStreamed(Request request) {
    return request.requestTemplate() != null
        && request.requestTemplate().methodMetadata() != null
        && request.requestTemplate().methodMetadata().returnType() == StreamedAnswer.class;
  }

  Request.Options options(ClientOptions options) {
    return new Options(options, this);
  }
}
