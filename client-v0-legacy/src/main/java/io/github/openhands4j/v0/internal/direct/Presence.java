package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;

/**
 * Asks a server whether it has V0 at all, by one short list. Needed where the answer of another
 * path looks as if V0 were gone, but an older V0 server that lacks just this route answers the
 * same.
 */
final class Presence {

  private final V0Api api;
  private final Calls calls;
  private final GoneSigns goneSigns;

  Presence(V0Api api, Calls calls, GoneSigns goneSigns) {
    this.api = api;
    this.calls = calls;
    this.goneSigns = goneSigns;
  }

  /** True only on evidence: whatever else the list meets is no proof. */
  boolean isGone() {
    try {
      calls.call(OperationClass.READ, options -> api.list(null, 1, null, null, null, options));
      return false;
    } catch (OpenHandsException failure) {
      return goneSigns.in(failure);
    }
  }
}
