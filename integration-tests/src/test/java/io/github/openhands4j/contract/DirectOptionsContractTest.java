package io.github.openhands4j.contract;

/** {@link V0OptionsContract} of the direct backend on the V0 simulator. */
class DirectOptionsContractTest extends V0OptionsContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
