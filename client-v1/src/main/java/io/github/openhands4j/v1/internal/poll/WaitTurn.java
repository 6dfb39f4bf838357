package io.github.openhands4j.v1.internal.poll;

import org.jspecify.annotations.Nullable;

/**
 * The result of one observation.
 *
 * @param state what the wait knows after it
 * @param verdict how the wait ends, or null if it goes on
 */
public record WaitTurn(WaitState state, @Nullable Verdict verdict) {

  static WaitTurn on(WaitState state) {
    return new WaitTurn(state, null);
  }
}
