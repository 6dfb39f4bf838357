package io.github.openhands4j.realserver;

import io.github.openhands4j.contract.V0FilesContract;
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

/**
 * Files and runtime, through the direct backend on the real V0 server. It has no git: its script
 * for that lies outside of the one folder where a runtime without containers may work.
 */
@ExtendWith(RealServers.class)
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
class RealDirectWorkspaceContractIT {

  private static final String ABSOLUTE =
      "a runtime without containers lists absolute paths, unsorted, and so leaves nothing out";

  private final SharedDirectWorld world;

  RealDirectWorkspaceContractIT(@On(ServerKind.V0) RealServer server) {
    world = new SharedDirectWorld(server);
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

    @Override
    @Test
    @Disabled("a stopped conversation still shows the one folder of a runtime without containers")
    protected void stoppedConversationHasNoFilesToShowAndNothingIsMadeUp() {}

    @Override
    @Test
    @Disabled(ABSOLUTE)
    protected void emptyWorkspaceHasNoFiles() {}

    @Override
    @Test
    @Disabled(ABSOLUTE)
    protected void directoriesComeFirstAndEndInASlashBothSortedWithoutCase() {}

    @Override
    @Test
    @Disabled(ABSOLUTE)
    protected void namesInADirectoryBeginWithItsPath() {}

    @Override
    @Test
    @Disabled(ABSOLUTE)
    protected void whatToolsLeaveBehindIsNotListedAtTheRoot() {}

    @Override
    @Test
    @Disabled(ABSOLUTE)
    protected void whatTheRootTellsGitToIgnoreIsNotListed() {}
  }

  @Nested
  class Runtimes extends V0RuntimesContract {
    @Override
    protected V0World newWorld() {
      return world;
    }

    @Override
    @Test
    @Disabled("a runtime without containers knows no ports, stopped or not")
    protected void programsOfAStoppedConversationCannotBeTold() {}

    @Override
    @Test
    @Disabled("release 0.62.0 takes the purpose for the id of a conversation: always 500")
    protected void promptToRememberIsWrittenOrRefused() {}

    @Override
    @Test
    @Disabled("a runtime without containers has no editor: 500")
    protected void editorHasAnAddressWhileTheRuntimeIsUp() {}

    @Override
    @Test
    @Disabled("a runtime without containers knows no ports")
    protected void programsAreReachedAtTheirPorts() {}

    @Override
    @Test
    @Disabled("the server would send it away over the network, which it cannot reach here")
    protected void feedbackIsTakenOrRefused() {}
  }
}
