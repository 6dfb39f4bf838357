package io.github.openhands4j.contract;

/** {@link V0UsersContract} of the direct backend on the V0 simulator. */
class DirectUsersContractTest extends V0UsersContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
