package io.github.openhands4j.contract;

/** {@link V0HealthContract} of the direct backend on the V0 simulator. */
class DirectHealthContractTest extends V0HealthContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
