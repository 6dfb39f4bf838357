package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.contract.V0FilesContract;
import io.github.openhands4j.contract.V0GitContract;
import io.github.openhands4j.contract.V0RuntimesContract;
import io.github.openhands4j.contract.V0World;
import io.github.openhands4j.v0.V0Exception;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("the agent server splits lines at blanks, and is lost at a name that has some")
    protected void pathsWithBlanksLeadToTheirDiffs() {
      String id = world.withRepository();
      world.changeFile(id, "app/z & z.txt", "old", "new");

      V0Exception lost = failureOf(() -> world.client().git().changes(id));

      assertThat(lost.status()).isEqualTo(500);
      assertThat(lost.body())
          .isEqualTo("{\"error\":\"Error getting changes: Agent server error: 400\"}");
      assertThat(world.client().git().diff(id, "app/z & z.txt").modified()).isEqualTo("new");
    }
  }

  @Nested
  class Runtimes extends V0RuntimesContract {
    @Override
    protected V0World newWorld() {
      return world;
    }

    @Override
    @Test
    @DisplayName("a sandbox that is a process has no editor")
    protected void editorHasAnAddressWhileTheRuntimeIsUp() {
      assertThat(world.client().runtimes().vscodeUrl(world.anyRunning())).isEmpty();
    }

    @Override
    @Test
    @DisplayName("a sandbox that is a process shows no ports of programs")
    protected void programsAreReachedAtTheirPorts() {
      assertThat(world.client().runtimes().webHosts(world.anyRunning())).isEmpty();
    }
  }
}
