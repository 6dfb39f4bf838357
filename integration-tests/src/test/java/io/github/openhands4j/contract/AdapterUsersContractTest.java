package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;

/** {@link V0UsersContract} of the adapter on the V1 simulator. */
class AdapterUsersContractTest extends V0UsersContract {

  @Override
  protected V0World newWorld() {
    return AdapterWorld.inRealTime(CompatOptions.builder().build()).connected();
  }
}
