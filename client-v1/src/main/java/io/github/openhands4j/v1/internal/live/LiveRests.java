package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;

/**
 * The rests of a subscription's thread. Whoever rings ends one; none is longer than the view of the
 * client that the subscription is of.
 */
final class LiveRests {

  private final LiveThread thread;
  private final LiveSource source;
  private final TimeSource time;

  LiveRests(LiveThread thread, LiveSource source, TimeSource time) {
    this.thread = thread;
    this.source = source;
    this.time = time;
  }

  void rest(Duration longest) {
    thread.rest(source.atMost(longest));
  }

  /** A span of time that begins now. */
  Span span(Duration length) {
    return spanSince(time.nanoTime(), length);
  }

  /** A span of time that began earlier. */
  Span spanSince(long nanos, Duration length) {
    return new Span(nanos, length);
  }

  /** A span of time that ends only by itself, however often a rest in it is rung off. */
  final class Span {

    private final long sinceNanos;
    private final Duration length;

    private Span(long sinceNanos, Duration length) {
      this.sinceNanos = sinceNanos;
      this.length = length;
    }

    boolean goesOn() {
      Duration left = left();
      return !left.isZero() && !left.isNegative() && !source.isOver();
    }

    /** Rests until it is over, or rung off. */
    void rest() {
      LiveRests.this.rest(left());
    }

    /** The same, and no longer than this. */
    void restAtMost(Duration longest) {
      Duration left = left();
      LiveRests.this.rest(left.compareTo(longest) < 0 ? left : longest);
    }

    private Duration left() {
      return length.minusNanos(time.nanoTime() - sinceNanos);
    }
  }
}
