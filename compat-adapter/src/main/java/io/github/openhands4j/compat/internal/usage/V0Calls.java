package io.github.openhands4j.compat.internal.usage;

import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out V0 calls: counts them, and lets only V0 exceptions out. Thread-safe. */
public final class V0Calls {

  private final UsageMeter meter;

  /**
   * Creates the door of one client.
   *
   * @param meter counts
   */
  public V0Calls(UsageMeter meter) {
    this.meter = meter;
  }

  /**
   * Makes a call.
   *
   * @param operation what is called
   * @param call does it
   * @param <T> what it answers
   * @return the answer
   */
  public <T extends @Nullable Object> T answered(V0Operation operation, Supplier<T> call) {
    meter.called(operation);
    boolean succeeded = false;
    try {
      T answer = withV0Failures(call);
      succeeded = true;
      return answer;
    } finally {
      if (!succeeded) {
        meter.failed(operation);
      }
    }
  }

  /**
   * Carries out a part of a call that was counted before, such as the next element of a stream.
   *
   * @param part does it
   * @param <T> what it gives
   * @return what it gave
   */
  public static <T extends @Nullable Object> T withV0Failures(Supplier<T> part) {
    try {
      return part.get();
    } catch (OpenHandsException failure) {
      throw V0Failures.of(failure);
    }
  }

  /**
   * Makes a call without an answer.
   *
   * @param operation what is called
   * @param call does it
   */
  public void done(V0Operation operation, Runnable call) {
    answered(
        operation,
        () -> {
          call.run();
          return true;
        });
  }
}
