package io.github.openhands4j.realserver;

import io.github.openhands4j.contract.V0FilesContract;
import io.github.openhands4j.contract.V0GitContract;
import io.github.openhands4j.contract.V0RuntimesContract;
import io.github.openhands4j.contract.V0World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files, git and runtime, through the adapter on the real V1 server. */
@ExtendWith(RealServers.class)
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
class RealAdapterWorkspaceContractIT {

  private final SharedAdapterWorld world;

  RealAdapterWorkspaceContractIT(@On(ServerKind.V1) RealServer server) {
    world = new SharedAdapterWorld(server);
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Nested
  class Files extends V0FilesContract {
    @Override
    protected V0World newWorld() {
      return world;
    }
  }

  @Nested
  class Git extends V0GitContract {
    @Override
    protected V0World newWorld() {
      return world;
    }

    @Override
    @Test
    @Disabled("the agent server of 1.11.0 splits names at blanks: 400")
    protected void pathsOfChangesLeadToTheirDiffs() {}
  }

  @Nested
  class Runtimes extends V0RuntimesContract {
    @Override
    protected V0World newWorld() {
      return world;
    }

    @Override
    @Test
    @Disabled("a sandbox that is a process has no editor")
    protected void editorHasAnAddressWhileTheRuntimeIsUp() {}

    @Override
    @Test
    @Disabled("a sandbox that is a process shows the port of its agent server only")
    protected void programsAreReachedAtTheirPorts() {}
  }
}
