package io.github.openhands4j.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the files of a workspace promise. */
public abstract class V0FilesContract extends V0WorldTest {

  private void write(String id, String path, String text) {
    world().writeFile(id, path, text.getBytes(UTF_8));
  }

  private List<String> list(String id, @Nullable String path) {
    return client().files().listFiles(id, path);
  }

  @Test
  protected void emptyWorkspaceHasNoFiles() {
    assertThat(list(world().anyRunning(), null)).isEmpty();
  }

  @Test
  protected void directoriesComeFirstAndEndInASlashBothSortedWithoutCase() {
    String id = world().anyRunning();
    for (String path : List.of("b.txt", "A.txt", "zoo/x", "Ape/deep/y", "c.txt", "ape2/z")) {
      write(id, path, "text");
    }

    assertThat(list(id, null)).containsExactly("Ape/", "ape2/", "zoo/", "A.txt", "b.txt", "c.txt");
  }

  @Test
  protected void namesInADirectoryBeginWithItsPath() {
    String id = world().anyRunning();
    write(id, "app/src/Main.java", "class Main {}");
    write(id, "app/README.md", "text");

    assertThat(list(id, "app")).containsExactly("app/src/", "app/README.md");
    assertThat(list(id, "app/src")).containsExactly("app/src/Main.java");
  }

  @Test
  void directoryThatIsNotThereHasNoFiles() {
    assertThat(list(world().anyRunning(), "nowhere")).isEmpty();
  }

  @Test
  protected void whatToolsLeaveBehindIsNotListedAtTheRoot() {
    String id = world().anyRunning();
    for (String path :
        List.of(".git/HEAD", "node_modules/x", "__pycache__/y", ".vscode/z", ".DS_Store", "kept")) {
      write(id, path, "text");
    }

    assertThat(list(id, null)).containsExactly("kept");
  }

  @Test
  protected void whatTheRootTellsGitToIgnoreIsNotListed() {
    String id = world().anyRunning();
    write(id, ".gitignore", "*.log\nbuild/\n");
    write(id, "a.log", "text");
    write(id, "build/out", "text");
    write(id, "kept", "text");

    assertThat(list(id, null)).containsExactly(".gitignore", "kept");
  }

  @Test
  void textFileIsReadAsItIs() {
    String id = world().anyRunning();
    write(id, "src/grüße & more.py", "x = 'ü'\n\n");

    assertThat(client().files().selectFile(id, "src/grüße & more.py")).isEqualTo("x = 'ü'\n\n");
  }

  @Test
  void fileThatIsNotThereIsAnErrorInV0sFrame() {
    String id = world().anyRunning();

    V0Exception missing = failureOf(() -> client().files().selectFile(id, "nowhere.txt"));

    assertThat(missing.status()).isEqualTo(500);
    assertThat(missing.body())
        .startsWith("{\"error\":\"Error opening file: **ErrorObservation**\\nFile not found: ")
        .contains("nowhere.txt");
  }

  @Test
  void directoryCannotBeReadAsAFile() {
    String id = world().anyRunning();
    write(id, "src/a.py", "x");

    V0Exception refused = failureOf(() -> client().files().selectFile(id, "src"));

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body()).startsWith("{\"error\":\"Error opening file: ");
  }

  @Test
  void binaryFileIsRefused() {
    String id = world().anyRunning();
    world().writeFile(id, "a.bin", new byte[] {1, 0, 2});

    V0Exception refused = failureOf(() -> client().files().selectFile(id, "a.bin"));

    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.body()).startsWith("{\"error\":\"Unable to open binary file: ");
  }

  @Test
  void unknownIdIsToldInV0sWordsByEveryCall() {
    String id = world().unknownId();

    assertThat(calls(id))
        .allSatisfy(
            call -> {
              V0Exception unknown = failureOf(call);
              assertThat(unknown.status()).isEqualTo(404);
              assertThat(unknown.body())
                  .isEqualTo("{\"detail\":\"Conversation " + id + " not found\"}");
            });
  }

  @Test
  protected void stoppedConversationHasNoFilesToShowAndNothingIsMadeUp() {
    String id = world().working();
    write(id, "a.txt", "text");
    client().stopConversation(id);

    assertThat(calls(id))
        .allSatisfy(call -> assertThat(failureOf(call).status()).isIn(404, 500, 502));
  }

  private List<ThrowingCallable> calls(String id) {
    return List.of(() -> list(id, null), () -> client().files().selectFile(id, "a.txt"));
  }
}
