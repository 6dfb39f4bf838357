package io.github.openhands4j.realserver;

import io.github.openhands4j.contract.DirectBackendContract;
import io.github.openhands4j.contract.DirectV0World;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The direct backend on the real server of the days of V0. */
@ExtendWith(RealServers.class)
@Timeout(600)
class RealDirectContractIT extends DirectBackendContract {

  private final RealServer server;

  RealDirectContractIT(@On(ServerKind.V0) RealServer server) {
    this.server = server;
  }

  @Override
  protected DirectV0World newWorld() {
    return new RealDirectWorld(server);
  }
}
