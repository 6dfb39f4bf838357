package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;

/** {@link V0OptionsContract} of the adapter on the V1 simulator. */
class AdapterOptionsContractTest extends V0OptionsContract {

  @Override
  protected V0World newWorld() {
    return AdapterWorld.inRealTime(CompatOptions.builder().build());
  }
}
