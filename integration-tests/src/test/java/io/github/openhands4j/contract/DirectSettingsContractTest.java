package io.github.openhands4j.contract;

/** {@link V0SettingsContract} of the direct backend on the V0 simulator. */
class DirectSettingsContractTest extends V0SettingsContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
