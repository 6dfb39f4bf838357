package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;

/** {@link V0EventsContract} of the adapter on the V1 simulator. */
class AdapterEventsContractTest extends V0EventsContract {

  @Override
  protected V0World newWorld() {
    return AdapterWorld.inRealTime(CompatOptions.builder().build());
  }
}
