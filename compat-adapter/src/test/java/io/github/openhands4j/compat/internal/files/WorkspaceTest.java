package io.github.openhands4j.compat.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v1.GitChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths, texts and git's letters. */
class WorkspaceTest {

  private static GitChange change(String status, String path) {
    return GitChange.builder().status(status).path(path).build();
  }

  @Test
  void pathsJoinAsInPython() {
    assertThat(WorkspacePath.join("/w", "a/b")).isEqualTo("/w/a/b");
    assertThat(WorkspacePath.join("/w/", "a")).isEqualTo("/w/a");
    assertThat(WorkspacePath.join("/w", "/etc/hosts")).isEqualTo("/etc/hosts");
    assertThat(WorkspacePath.join("", "a")).isEqualTo("a");
  }

  @Test
  void dotsAreResolvedBeforeAnythingIsSent() {
    assertThat(WorkspacePath.absolute("/w/p", "../x/./y//z/")).isEqualTo("/w/x/y/z");
    assertThat(WorkspacePath.absolute("/w/p", "")).isEqualTo("/w/p");
    assertThat(WorkspacePath.absolute("/w", "../../../..")).isEqualTo("/");
  }

  @Test
  void textIsReadAsPythonReadsIt() {
    assertThat(WorkspaceText.of("a\r\nb\rc\nä".getBytes(StandardCharsets.UTF_8)))
        .contains("a\nb\nc\nä");
    assertThat(WorkspaceText.of(new byte[0])).contains("");
  }

  @Test
  void whatIsNoTextIsBinary() {
    assertThat(WorkspaceText.of(new byte[] {'a', 0, 'b'})).isEmpty();
    assertThat(WorkspaceText.of(new byte[] {(byte) 0xff, (byte) 0xfe})).isEmpty();
    assertThat(WorkspaceText.of("ä".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @Test
  void changesHaveV0sLettersAndTheFolderOfTheirRepository() {
    List<GitChange> changes =
        List.of(
            change("UPDATED", "z.txt"),
            change("ADDED", "b.txt"),
            change("DELETED", "a/c.txt"),
            change("MOVED", "m"),
            change("NEWER_WORD", "n"));

    assertThat(GitChanges.of(changes, "app").stream().map(it -> it.status() + " " + it.path()))
        .containsExactly(
            "D app/a/c.txt", "A app/b.txt", "R app/m", "NEWER_WORD app/n", "M app/z.txt");
    assertThat(GitChanges.of(List.of(change("ADDED", "x")), "").get(0).path()).isEqualTo("x");
  }
}
