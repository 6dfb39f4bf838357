package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;

/** {@link V0StreamsContract} of the adapter on the V1 simulator. */
class AdapterStreamsContractTest extends V0StreamsContract {

  @Override
  protected V0World newWorld() {
    return AdapterWorld.inRealTime(CompatOptions.builder().build());
  }
}
