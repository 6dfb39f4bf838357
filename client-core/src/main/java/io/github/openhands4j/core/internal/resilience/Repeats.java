package io.github.openhands4j.core.internal.resilience;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.RequestBudgetException;
import io.github.resilience4j.core.IntervalFunction;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** Whether, when and at what cost a failed call is repeated. Immutable. */
public final class Repeats {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final long FIRST_WAIT_MILLIS = 100;
  private static final long FIRST_WAIT_WHEN_LIMITED_MILLIS = 1_000;
  private static final long LONGEST_WAIT_MILLIS = 5_000;

  /**
   * Where the next attempt would end the same. Of unreadable answers only one that was cut may come
   * whole the next time.
   */
  private static final Set<ErrorCode> FINAL =
      EnumSet.of(
          ErrorCode.ORIGIN_REFUSED,
          ErrorCode.ADDRESS_REFUSED,
          ErrorCode.TLS_REFUSED,
          ErrorCode.PROXY_REFUSED,
          ErrorCode.CONTENT_UNREADABLE,
          ErrorCode.ANSWER_IS_HTML,
          ErrorCode.ANSWER_UNREADABLE,
          ErrorCode.ANSWER_TOO_LARGE);

  private final DoubleSupplier chance;

  /**
   * The rules, with jitter.
   *
   * @param chance gives numbers from 0 to 1
   */
  public Repeats(DoubleSupplier chance) {
    this.chance = chance;
  }

  /**
   * Whether a failed call may be sent again.
   *
   * @param kind what the call does
   * @param failure what the attempt threw
   * @return true if repeating can help and can do no harm
   */
  public static boolean allowed(OperationClass kind, OpenHandsException failure) {
    RepeatTable.Row row = row(failure);
    return !isFinal(failure) && (row.repeated().contains(kind) || row.once().contains(kind));
  }

  /**
   * Whether a call that may be sent again may be so only once: a server that declines a write as
   * too early, and a name that is not found. The JDK remembers for ten seconds that it did not find
   * a name, so more repeats would only ask its memory.
   *
   * @param kind what the call does
   * @param failure what the attempt threw
   * @return true if a second repeat is one too many
   */
  public static boolean onlyOnce(OperationClass kind, OpenHandsException failure) {
    return row(failure).once().contains(kind) || failure.getCause() instanceof UnknownHostException;
  }

  static int cost(OpenHandsException failure) {
    return row(failure).cost();
  }

  /** Failures that no repeat can mend, whatever the table says of their class. */
  private static boolean isFinal(OpenHandsException failure) {
    return OurOwnEnd.is(failure)
        || failure instanceof ConfigurationException
        || failure instanceof DeadlineExceededException
        || failure instanceof RequestBudgetException
        || FINAL.contains(failure.code());
  }

  private static RepeatTable.Row row(OpenHandsException failure) {
    return RepeatTable.row(FailureClass.of(failure), status(failure));
  }

  private static int status(OpenHandsException failure) {
    return failure instanceof ApiException answer ? answer.status() : 0;
  }

  /**
   * The wait before a repeat: full jitter, and never less than the server asked for.
   *
   * @param failure what the attempt threw
   * @param attempt its number, from 1
   * @return the wait
   */
  public Duration waitAfter(Throwable failure, int attempt) {
    boolean limited =
        failure instanceof ApiException answer && answer.status() == TOO_MANY_REQUESTS;
    long first = limited ? FIRST_WAIT_WHEN_LIMITED_MILLIS : FIRST_WAIT_MILLIS;
    long ceiling =
        IntervalFunction.ofExponentialBackoff(first, 2.0, LONGEST_WAIT_MILLIS).apply(attempt);
    long own = Math.round(chance.getAsDouble() * ceiling);
    // A server that counts in whole seconds says 0 in the last one.
    long floor = limited ? FIRST_WAIT_WHEN_LIMITED_MILLIS : 0;
    return Duration.ofMillis(Math.max(Math.max(own, floor), asked(failure)));
  }

  /** In whole milliseconds, never less than asked. */
  private static long asked(Throwable failure) {
    return failure instanceof ApiException answer
        ? answer.retryAfter().map(wait -> wait.plusNanos(999_999).toMillis()).orElse(0L)
        : 0;
  }
}
