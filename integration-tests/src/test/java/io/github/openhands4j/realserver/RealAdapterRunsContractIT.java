package io.github.openhands4j.realserver;

import io.github.openhands4j.contract.V0EventsContract;
import io.github.openhands4j.contract.V0StreamsContract;
import io.github.openhands4j.contract.V0World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What agents do, through the adapter on the real V1 server. */
@ExtendWith(RealServers.class)
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
class RealAdapterRunsContractIT {

  private final SharedAdapterWorld world;

  RealAdapterRunsContractIT(@On(ServerKind.V1) RealServer server) {
    world = new SharedAdapterWorld(server);
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Nested
  class Events extends V0EventsContract {
    @Override
    protected V0World newWorld() {
      return world;
    }
  }

  @Nested
  class Streams extends V0StreamsContract {
    @Override
    protected V0World newWorld() {
      return world;
    }
  }
}
