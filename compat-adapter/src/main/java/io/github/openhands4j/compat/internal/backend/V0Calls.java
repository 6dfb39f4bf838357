package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import java.util.function.Supplier;

/** Lets only V0 exceptions out of a V0 call. */
final class V0Calls {

  private V0Calls() {}

  static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (OpenHandsException failure) {
      throw V0Failures.of(failure);
    }
  }
}
