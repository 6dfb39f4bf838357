package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;

/** {@link V0RuntimesContract} of the adapter on the V1 simulator. */
class AdapterRuntimesContractTest extends V0RuntimesContract {

  @Override
  protected V0World newWorld() {
    return AdapterWorld.inRealTime(CompatOptions.builder().build());
  }
}
