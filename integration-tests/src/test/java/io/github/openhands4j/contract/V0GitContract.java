package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v0.GitChange;
import io.github.openhands4j.model.v0.GitDiff;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the changes of a workspace's repository promise. */
public abstract class V0GitContract extends V0WorldTest {

  @Test
  void workspaceWithoutChangesHasNone() {
    assertThat(client().git().changes(world().anyRunning())).isEmpty();
    assertThat(client().git().changes(world().withRepository())).isEmpty();
  }

  @Test
  void changesAreSortedByPathAndToldByTheirLetters() {
    String id = world().withRepository();
    world().changeFile(id, "app/z.txt", "old", "new");
    world().changeFile(id, "app/b.txt", "old", null);
    world().changeFile(id, "app/a.txt", null, "new");

    assertThat(
            client().git().changes(id).stream()
                .map(change -> change.status() + " " + change.path()))
        .containsExactly("A app/a.txt", "D app/b.txt", "M app/z.txt");
  }

  @Test
  void diffHoldsBothTexts() {
    String id = world().withRepository();
    world().changeFile(id, "app/z.txt", "old ü", "new ü");
    world().changeFile(id, "app/a.txt", null, "new");

    GitDiff changed = client().git().diff(id, "app/z.txt");
    GitDiff added = client().git().diff(id, "app/a.txt");

    assertThat(changed.original()).isEqualTo("old ü");
    assertThat(changed.modified()).isEqualTo("new ü");
    assertThat(added.original()).isEmpty();
    assertThat(added.modified()).isEqualTo("new");
  }

  @Test
  void pathsOfChangesLeadToTheirDiffs() {
    assertPathLeadsToItsDiff("app/z&z+%41.txt");
  }

  @Test
  protected void pathsWithBlanksLeadToTheirDiffs() {
    assertPathLeadsToItsDiff("app/z & z.txt");
  }

  private void assertPathLeadsToItsDiff(String path) {
    String id = world().withRepository();
    world().changeFile(id, path, "old", "new");

    List<String> paths = client().git().changes(id).stream().map(GitChange::path).toList();

    assertThat(paths).containsExactly(path);
    assertThat(client().git().diff(id, paths.get(0)))
        .isEqualTo(GitDiff.builder().original("old").modified("new").build());
  }

  @Test
  void unknownIdIsToldInV0sWords() {
    String id = world().unknownId();

    for (V0Exception unknown :
        List.of(
            failureOf(() -> client().git().changes(id)),
            failureOf(() -> client().git().diff(id, "a")))) {
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.body()).isEqualTo("{\"detail\":\"Conversation " + id + " not found\"}");
    }
  }

  @Test
  void stoppedConversationHasNoChangesToShowAndNothingIsMadeUp() {
    String id = world().stopped();

    assertThat(failureOf(() -> client().git().changes(id)).status()).isIn(404, 500);
    assertThat(failureOf(() -> client().git().diff(id, "a")).status()).isIn(404, 500);
  }
}
