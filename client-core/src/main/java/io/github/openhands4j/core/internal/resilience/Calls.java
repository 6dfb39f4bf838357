package io.github.openhands4j.core.internal.resilience;

import feign.Request;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.internal.limits.RetryTokens;
import io.github.openhands4j.core.internal.limits.SharedLimitsRegistry;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out calls: each within one deadline over all its attempts and waits, repeated as its
 * {@link OperationClass} allows, as long as the retry tokens last that all clients of the same
 * server and key share. Thread-safe.
 */
public final class Calls {

  private static final int MOST_ATTEMPTS = 3;

  private final ClientOptions options;
  private final TimeSource time;
  private final Repeats repeats;
  private final RetryTokens tokens;
  private final @Nullable Deadline end;
  private final Map<OperationClass, Retry> retries = new EnumMap<>(OperationClass.class);

  /**
   * Creates the caller.
   *
   * @param options gives the limits
   * @param time the clock, and how to wait
   * @param chance gives numbers from 0 to 1, for the jitter of waits
   */
  public Calls(ClientOptions options, TimeSource time, DoubleSupplier chance) {
    this(options, time, chance, SharedLimitsRegistry.ofProcess().retryTokens(options));
  }

  /**
   * Creates a caller that pays for its repeats itself.
   *
   * @param options gives the limits
   * @param time the clock, and how to wait
   * @param chance gives numbers from 0 to 1, for the jitter of waits
   * @param tokens what repeats are paid from
   */
  public Calls(ClientOptions options, TimeSource time, DoubleSupplier chance, RetryTokens tokens) {
    this(options, time, new Repeats(chance), tokens, null);
  }

  private Calls(
      ClientOptions options,
      TimeSource time,
      Repeats repeats,
      RetryTokens tokens,
      @Nullable Deadline end) {
    this.options = options;
    this.time = time;
    this.repeats = repeats;
    this.tokens = tokens;
    this.end = end;
    for (OperationClass kind : OperationClass.values()) {
      retries.put(kind, retryOf(kind));
    }
  }

  /**
   * A caller with other times that pays for its repeats from the same tokens.
   *
   * @param changed gives the limits
   * @param latest the end of all its calls, or null for none but their own
   * @return the other caller
   */
  public Calls with(ClientOptions changed, @Nullable Deadline latest) {
    return new Calls(changed, time, repeats, tokens, latest);
  }

  /**
   * Makes a call within the usual time of its class.
   *
   * @param kind what the call does
   * @param call the call, to be made with the given Feign options
   * @param <T> what it answers
   * @return the answer of the first attempt that succeeds
   * @throws OpenHandsException of the last attempt, the earlier ones attached as suppressed
   */
  public <T extends @Nullable Object> T call(
      OperationClass kind, Function<Request.Options, T> call) {
    return call(kind, Deadline.in(time, usualTime(kind)), call);
  }

  /**
   * The usual time of a call.
   *
   * @param kind what the call does
   * @return the time that the options give it
   */
  public Duration usualTime(OperationClass kind) {
    return switch (kind) {
      case READ -> options.readTimeout();
      case START -> options.startTimeout();
      case MESSAGE, OTHER_WRITE -> options.writeTimeout();
    };
  }

  /**
   * Makes a call within a deadline.
   *
   * @param kind what the call does
   * @param own the end of the operation the call belongs to
   * @param call the call, to be made with the given Feign options
   * @param <T> what it answers
   * @return the answer of the first attempt that succeeds
   * @throws OpenHandsException of the last attempt, the earlier ones attached as suppressed
   */
  public <T extends @Nullable Object> T call(
      OperationClass kind, Deadline own, Function<Request.Options, T> call) {
    Deadline deadline = earlier(own);
    Retry.AsyncContext<Object> attempts = Objects.requireNonNull(retries.get(kind)).asyncContext();
    List<OpenHandsException> earlier = new ArrayList<>();
    int paid = 0;
    while (true) {
      try {
        T answer = call.apply(times(deadline));
        attempts.onComplete();
        tokens.giveBack(paid);
        return answer;
      } catch (OpenHandsException thrown) {
        OpenHandsException failure = withWholeLimit(thrown, deadline);
        Duration wait = Duration.ofMillis(attempts.onError(failure));
        int cost = Repeats.cost(failure);
        boolean enough = !earlier.isEmpty() && Repeats.onlyOnce(kind, failure);
        if (enough
            || wait.isNegative()
            || wait.compareTo(deadline.remaining()) >= 0
            || !tokens.take(cost)) {
          earlier.forEach(failure::addSuppressed);
          throw failure;
        }
        paid += cost;
        pause(wait, failure, earlier);
        if (deadline.isOver()) { // the wait took longer than it should
          earlier.forEach(failure::addSuppressed);
          throw failure;
        }
        earlier.add(failure);
      }
    }
  }

  /**
   * The end of an operation of several calls: its own, or that of all calls if it comes earlier.
   *
   * @param own the end of the operation
   * @return the earlier of the two
   */
  public Deadline within(Deadline own) {
    return end == null || own.remaining().compareTo(end.remaining()) < 0 ? own : end;
  }

  /**
   * The end of one of the calls of an operation: that of its usual time, or that of the operation
   * if it comes earlier.
   *
   * @param own the end of the operation
   * @param kind what the call does
   * @return the end of the call, if it begins now
   */
  public Deadline usual(Deadline own, OperationClass kind) {
    return Deadline.in(time, own.atMost(usualTime(kind)));
  }

  /** An answer that is read while it arrives outlasts its call, but not the end of all calls. */
  private Request.Options times(Deadline deadline) {
    return end == null
        ? CallTimes.within(options, deadline.remaining())
        : CallTimes.within(options, deadline.remaining(), end.remaining());
  }

  private Deadline earlier(Deadline own) {
    if (end != null && end.isOver()) {
      throw new DeadlineExceededException(
          "A call", end.limit(), false, new TimeoutException("its deadline was over before it"));
    }
    return within(own);
  }

  private Retry retryOf(OperationClass kind) {
    return Retry.of(
        kind.name(),
        RetryConfig.custom()
            .maxAttempts(MOST_ATTEMPTS)
            .retryOnException(
                e -> e instanceof OpenHandsException own && Repeats.allowed(kind, own))
            .intervalBiFunction(
                (attempt, outcome) -> repeats.waitAfter(outcome.getLeft(), attempt).toMillis())
            .build());
  }

  /**
   * The last attempt had only what was left; a caller set the time of the whole call. What an
   * upload has run out of, a silence or its longer total, is named as it is.
   */
  private static OpenHandsException withWholeLimit(OpenHandsException thrown, Deadline deadline) {
    return thrown instanceof DeadlineExceededException late
            && late.limit().compareTo(deadline.limit()) < 0
        ? new DeadlineExceededException(
            late.operation(), deadline.limit(), late.requestMayHaveBeenSent(), late)
        : thrown;
  }

  private void pause(Duration wait, OpenHandsException failure, List<OpenHandsException> earlier) {
    boolean mayHaveBeenDone = FailureClass.of(failure).mayHaveBeenDone();
    OpenHandsException end;
    try {
      time.sleep(wait);
      return;
    } catch (ClientClosedException e) {
      end = new ClientClosedException(null, mayHaveBeenDone, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end =
          new CallInterruptedException(
              "Interrupted while waiting to repeat a call.", mayHaveBeenDone, null, e);
    }
    end.addSuppressed(failure);
    earlier.forEach(end::addSuppressed);
    throw end;
  }
}
