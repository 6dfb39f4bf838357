package io.github.openhands4j.contract;

/** {@link V0RuntimesContract} of the direct backend on the V0 simulator. */
class DirectRuntimesContractTest extends V0RuntimesContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
