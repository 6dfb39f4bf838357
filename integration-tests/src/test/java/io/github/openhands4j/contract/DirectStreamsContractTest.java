package io.github.openhands4j.contract;

/** {@link V0StreamsContract} of the direct backend on the V0 simulator. */
class DirectStreamsContractTest extends V0StreamsContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
