package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;

/** {@link V0SettingsContract} of the adapter on the V1 simulator. */
class AdapterSettingsContractTest extends V0SettingsContract {

  @Override
  protected V0World newWorld() {
    return AdapterWorld.inRealTime(CompatOptions.builder().build());
  }
}
