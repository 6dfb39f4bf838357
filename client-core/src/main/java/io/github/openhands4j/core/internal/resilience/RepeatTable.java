package io.github.openhands4j.core.internal.resilience;

import static io.github.openhands4j.core.internal.resilience.FailureClass.AMBIGUOUS;
import static io.github.openhands4j.core.internal.resilience.FailureClass.NOT_SENT;
import static io.github.openhands4j.core.internal.resilience.FailureClass.REJECTED;
import static io.github.openhands4j.core.internal.resilience.FailureClass.UNREADABLE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which calls are sent again after which failure, and what a repeat costs. The only place that
 * decides it; the first row that fits counts.
 */
final class RepeatTable {

  private static final Set<OperationClass> ALL = EnumSet.allOf(OperationClass.class);
  private static final Set<OperationClass> READS = EnumSet.of(OperationClass.READ);
  private static final Set<OperationClass> WRITES =
      EnumSet.complementOf(EnumSet.of(OperationClass.READ));
  private static final Set<OperationClass> NONE = EnumSet.noneOf(OperationClass.class);
  private static final Set<Integer> ANY_STATUS = Set.of();

  /** What AWS's SDKs take for a repeat, out of 500 tokens. */
  private static final int TRANSIENT = 14;

  /** A server that asks to wait is waited for anyway: its repeats cost less. */
  private static final int THROTTLED = 5;

  /**
   * A row.
   *
   * @param failure the class of the failure
   * @param statuses the statuses of the answer; if none is named, the row is for any, and for no
   *     answer
   * @param repeated the calls that are sent again, as often as calls are
   * @param once the calls that are sent again only once
   * @param cost what a repeat takes from the retry tokens
   */
  record Row(
      FailureClass failure,
      Set<Integer> statuses,
      Set<OperationClass> repeated,
      Set<OperationClass> once,
      int cost) {

    Row(FailureClass failure, Set<Integer> statuses, Set<OperationClass> repeated, int cost) {
      this(failure, statuses, repeated, NONE, cost);
    }

    private boolean fits(FailureClass failed, int status) {
      return failure == failed && (statuses.isEmpty() || statuses.contains(status));
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row(NOT_SENT, ANY_STATUS, ALL, TRANSIENT),
          new Row(REJECTED, Set.of(429), ALL, THROTTLED),
          new Row(REJECTED, Set.of(425), READS, WRITES, TRANSIENT),
          new Row(REJECTED, ANY_STATUS, NONE, 0),
          new Row(AMBIGUOUS, Set.of(429), READS, THROTTLED),
          new Row(AMBIGUOUS, Set.of(409, 501), NONE, 0),
          new Row(AMBIGUOUS, ANY_STATUS, READS, TRANSIENT),
          new Row(UNREADABLE, ANY_STATUS, READS, TRANSIENT));

  private RepeatTable() {}

  /**
   * The row of a failure.
   *
   * @param failure its class
   * @param status the status of the answer, or 0 if there was none
   * @return the first row that fits
   */
  static Row row(FailureClass failure, int status) {
    return ROWS.stream().filter(row -> row.fits(failure, status)).findFirst().orElseThrow();
  }
}
