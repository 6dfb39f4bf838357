package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.v1.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One wait among those of a poller.
 *
 * @param handle the start that is waited for
 * @param limit how long to wait
 * @param beganNanos when it began, as a monotonic reading
 * @param state what it knows
 * @param lastFailure the last failed read, or null
 */
public record Wait(
    StartHandle handle,
    Duration limit,
    long beganNanos,
    WaitState state,
    @Nullable Throwable lastFailure) {

  Wait with(WaitState next) {
    return new Wait(handle, limit, beganNanos, next, null);
  }

  Wait stirred(@Nullable Long nanos) {
    return new Wait(
        handle, limit, beganNanos, state.but().stirredNanos(nanos).build(), lastFailure);
  }

  Wait failedBy(Throwable failure) {
    return new Wait(handle, limit, beganNanos, state, failure);
  }

  Duration elapsed(long nowNanos) {
    return Duration.ofNanos(nowNanos - beganNanos);
  }

  Duration left(long nowNanos) {
    Duration left = limit.minus(elapsed(nowNanos));
    return left.isNegative() ? Duration.ZERO : left;
  }

  Progress progress(long nowNanos) {
    return new Progress(
        handle,
        state.startStatus(),
        state.sandboxStatus(),
        state.executionStatus(),
        state.task().stalled(),
        elapsed(nowNanos),
        state.cost());
  }
}
