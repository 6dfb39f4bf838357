package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.contract.V0FilesContract;
import io.github.openhands4j.contract.V0RuntimesContract;
import io.github.openhands4j.contract.V0World;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName(ABSOLUTE)
    protected void directoriesComeFirstAndEndInASlashBothSortedWithoutCase() {
      assertListed(null, "b.txt", "A.txt", "zoo/x", "Ape/deep/y");
    }

    @Override
    @Test
    @DisplayName(ABSOLUTE)
    protected void namesInADirectoryBeginWithItsPath() {
      assertListed("app", "app/src/Main.java", "app/README.md");
    }

    @Override
    @Test
    @DisplayName(ABSOLUTE)
    protected void whatToolsLeaveBehindIsNotListedAtTheRoot() {
      assertListed(null, "node_modules/x", "__pycache__/y", ".vscode/z", ".DS_Store", "kept");
    }

    private void assertListed(@Nullable String folder, String... files) {
      String id = world.anyRunning();
      for (String file : files) {
        world.writeFile(id, file, new byte[] {'x'});
      }
      Path root = world.workspace().root().resolve(folder == null ? "" : folder);

      assertThat(world.client().files().listFiles(id, folder))
          .containsAll(
              Arrays.stream(files)
                  .map(file -> root.relativize(world.workspace().root().resolve(file)))
                  .map(file -> root.resolve(file.getName(0)).toString())
                  .toList());
    }

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
    @DisplayName("a runtime without containers knows no ports, stopped or not")
    protected void programsOfAStoppedConversationCannotBeTold() {
      assertThat(world.client().runtimes().webHosts(world.stopped())).isEmpty();
    }

    @Override
    @Test
    @DisplayName("release 0.62.0 takes the purpose for the id of a conversation: always 500")
    protected void promptToRememberIsWrittenOrRefused() {
      String id = world.anyRunning();

      assertThat(failureOf(() -> world.client().runtimes().rememberPrompt(id, 1)).status())
          .isEqualTo(500);
    }

    @Override
    @Test
    @DisplayName("a runtime without containers has no editor: 500")
    protected void editorHasAnAddressWhileTheRuntimeIsUp() {
      String id = world.anyRunning();

      assertThat(failureOf(() -> world.client().runtimes().vscodeUrl(id)).body())
          .startsWith("{\"vscode_url\":null,\"error\":\"Error getting VSCode URL: ");
    }

    @Override
    @Test
    @DisplayName("a runtime without containers knows no ports")
    protected void programsAreReachedAtTheirPorts() {
      assertThat(world.client().runtimes().webHosts(world.anyRunning())).isEmpty();
    }

    @Override
    @Test
    @Disabled("the server would send it away over the network, which it cannot reach here")
    protected void feedbackIsTakenOrRefused() {}
  }
}
