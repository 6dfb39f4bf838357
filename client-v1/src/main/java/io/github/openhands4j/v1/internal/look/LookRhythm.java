package io.github.openhands4j.v1.internal.look;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * When the server is asked what became of a request whose answer was lost: at once, then after
 * growing pauses, for about 30 s in all.
 *
 * @param time the clock
 * @param chance gives numbers from 0 to 1, for the jitter
 */
public record LookRhythm(TimeSource time, DoubleSupplier chance) {

  /** Pauses before the second and later looks. */
  public static final List<Duration> PAUSES =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          Duration.ofSeconds(15));

  private static final double JITTER = 0.1;

  /** Kept back from the last pause, so that the look after it fits into the time. */
  private static final Duration RESERVE = Duration.ofSeconds(3);

  /**
   * The end of one read of a look that begins now: that of its usual time, but never more than a
   * third of all the time there is, so that a connection that hangs leaves time for another look.
   *
   * @param calls carries it out
   * @param looking the end of looking
   * @return the end of the read
   */
  public static Deadline ofRead(Calls calls, Deadline looking) {
    return calls.usual(
        Deadline.in(looking.time(), looking.atMost(looking.limit().dividedBy(3))),
        OperationClass.READ);
  }

  /**
   * Rests before the next look.
   *
   * @param pause how long, before jitter; shorter when the time is nearly over
   * @param deadline the end of looking
   * @return false if there is no time for another look
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean rest(Duration pause, Deadline deadline) throws InterruptedException {
    Duration most = deadline.remaining().minus(RESERVE);
    if (most.isNegative() || most.isZero()) {
      return false;
    }
    double factor = 1 + JITTER * (2 * chance.getAsDouble() - 1);
    Duration jittered = Duration.ofNanos(Math.round(pause.toNanos() * factor));
    time.sleep(jittered.compareTo(most) < 0 ? jittered : most);
    return true;
  }
}
