package io.github.openhands4j.contract;

/** {@link V0GitContract} of the direct backend on the V0 simulator. */
class DirectGitContractTest extends V0GitContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
