package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;

/** {@link V0SecretsContract} of the adapter on the V1 simulator. */
class AdapterSecretsContractTest extends V0SecretsContract {

  @Override
  protected V0World newWorld() {
    return AdapterWorld.inRealTime(CompatOptions.builder().build());
  }
}
