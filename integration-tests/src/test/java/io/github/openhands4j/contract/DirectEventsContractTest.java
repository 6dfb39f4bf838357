package io.github.openhands4j.contract;

/** {@link V0EventsContract} of the direct backend on the V0 simulator. */
class DirectEventsContractTest extends V0EventsContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
