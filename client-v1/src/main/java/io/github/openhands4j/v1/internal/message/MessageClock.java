package io.github.openhands4j.v1.internal.message;

import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of messages, by the server's clock.
 *
 * @param time our clocks
 * @param server the server's clock
 */
public record MessageClock(TimeSource time, ServerClock server) {

  /** The sandbox dates its events itself; its clock and the server's are taken to be this near. */
  private static final Duration MARGIN = ServerClock.MARGIN.plusSeconds(2);

  /** A reading just before a message is sent. */
  long reading() {
    return time.nanoTime();
  }

  /**
   * The earliest time that a message sent at a reading can have; empty while the server's time is
   * not known: by a clock that is late, an older message would pass for it.
   */
  Optional<Instant> earliest(long reading) {
    return server.now().map(now -> now.minusNanos(time.nanoTime() - reading).minus(MARGIN));
  }

  /**
   * Whether a message that was there at one reading may be dated so that it is looked through for
   * one that was sent at another.
   */
  boolean mayShow(long there, long sent) {
    return there - sent >= -MARGIN.multipliedBy(2).toNanos();
  }

  /** A deadline that begins now. */
  Deadline deadline(Duration limit) {
    return Deadline.in(time, limit);
  }
}
