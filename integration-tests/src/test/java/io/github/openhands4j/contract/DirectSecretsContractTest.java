package io.github.openhands4j.contract;

/** {@link V0SecretsContract} of the direct backend on the V0 simulator. */
class DirectSecretsContractTest extends V0SecretsContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
