package io.github.openhands4j.contract;

/** {@link V0FilesContract} of the direct backend on the V0 simulator. */
class DirectFilesContractTest extends V0FilesContract {

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }
}
