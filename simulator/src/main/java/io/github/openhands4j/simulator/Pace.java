package io.github.openhands4j.simulator;

import java.time.Duration;

/**
 * How fast a start goes through its statuses, or a run through its own: by reads, by time, or by
 * hand.
 *
 * <p>A read is an answer in which the object was shown or, for a start that is under way, in which
 * its conversation was asked for. The answer shows the state before the move. Immutable.
 */
public final class Pace {

  private final int reads;
  private final int steps;
  private final Duration every;

  private Pace(int reads, int steps, Duration every) {
    this.reads = reads;
    this.steps = steps;
    this.every = every;
  }

  /**
   * One status further after each {@code reads} reads.
   *
   * @param reads how many answers show the same status, at least 1
   * @return a pace that time does not move
   * @throws IllegalArgumentException when {@code reads} is less than 1
   */
  public static Pace perRead(int reads) {
    return new Pace(positive("reads", reads), 1, Duration.ZERO);
  }

  /**
   * Several statuses further after every read, so that a caller does not see all of them.
   *
   * @param steps how many statuses one read moves, at least 1
   * @return a pace that time does not move
   * @throws IllegalArgumentException when {@code steps} is less than 1
   */
  public static Pace stepsPerRead(int steps) {
    return new Pace(1, positive("steps", steps), Duration.ZERO);
  }

  /**
   * One status further whenever this much time has passed on the simulator's clock.
   *
   * @param every how long each status lasts
   * @return a pace that reads do not move
   * @throws IllegalArgumentException when {@code every} is zero or negative
   */
  public static Pace every(Duration every) {
    if (every.isZero() || every.isNegative()) {
      throw new IllegalArgumentException("every must be a positive time, not " + every);
    }
    return new Pace(0, 1, every);
  }

  /**
   * Moves only by {@link OpenHandsSimulator#advance()} or the object's own methods.
   *
   * @return a pace that neither reads nor time move
   */
  public static Pace manual() {
    return new Pace(0, 1, Duration.ZERO);
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
    return value;
  }

  /** Reads for one move; 0 when reads do not move it. */
  int reads() {
    return reads;
  }

  /** Statuses a move covers. */
  int steps() {
    return steps;
  }

  /** Time for one move; zero when time does not move it. */
  Duration every() {
    return every;
  }
}
