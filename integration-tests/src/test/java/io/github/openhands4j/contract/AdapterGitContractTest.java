package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;

/** {@link V0GitContract} of the adapter on the V1 simulator. */
class AdapterGitContractTest extends V0GitContract {

  @Override
  protected V0World newWorld() {
    return AdapterWorld.inRealTime(CompatOptions.builder().build());
  }
}
