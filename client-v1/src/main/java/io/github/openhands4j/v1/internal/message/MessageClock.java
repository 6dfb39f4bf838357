package io.github.openhands4j.v1.internal.message;

import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * The times of messages: when one was sent, by the server's clock where it is known, else by ours.
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

  /** The earliest time that a message sent at a reading can have. */
  Instant earliest(long reading) {
    Instant now = server.now().orElseGet(time::now);
    return now.minusNanos(time.nanoTime() - reading).minus(MARGIN);
  }

  /** A deadline that begins now. */
  Deadline deadline(Duration limit) {
    return Deadline.in(time, limit);
  }
}
