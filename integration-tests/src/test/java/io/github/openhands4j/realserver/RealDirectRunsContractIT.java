package io.github.openhands4j.realserver;

import io.github.openhands4j.contract.V0EventsContract;
import io.github.openhands4j.contract.V0StreamsContract;
import io.github.openhands4j.contract.V0World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What agents do, through the direct backend on the real V0 server. */
@ExtendWith(RealServers.class)
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
class RealDirectRunsContractIT {

  private final SharedDirectWorld world;

  RealDirectRunsContractIT(@On(ServerKind.V0) RealServer server) {
    world = new SharedDirectWorld(server);
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

    @Override
    @Test
    @Disabled("a stopped conversation still shows the one folder of a runtime without containers")
    protected void workspaceOfAStoppedConversationIsOutOfReachAndNothingIsMadeUp() {}

    @Override
    @Test
    @Disabled("the same")
    protected void uploadToAStoppedConversationIsRefusedOrCannotBeRead() {}
  }
}
