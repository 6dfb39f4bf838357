package io.github.openhands4j.realserver;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.contract.V0ContractSuite;
import io.github.openhands4j.contract.V0World;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The adapter on the real V1 server. */
@ExtendWith(RealServers.class)
@Timeout(600)
class RealAdapterContractIT extends V0ContractSuite {

  private final RealServer server;

  RealAdapterContractIT(@On(ServerKind.V1) RealServer server) {
    this.server = server;
  }

  @Override
  protected V0World newWorld() {
    return new RealAdapterWorld(server, CompatOptions.builder().build());
  }
}
