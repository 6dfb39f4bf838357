package io.github.openhands4j.adapter;

import static io.github.openhands4j.adapter.AdaptedServer.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.openhands4j.compat.V0OnV1;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.model.v0.GitChange;
import io.github.openhands4j.model.v0.GitDiff;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.v0.V0Exception;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitOnV1Test {

  private final AdaptedServer world = new AdaptedServer();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void changesHaveLettersAndTheFolderOfTheRepository() {
    world.server().account().connect("github", "ghp-test-not-a-token");
    String id = world.runningIn("octo/app");
    world.workspace(id).gitChange("app", "UPDATED", "z.txt", "a", "b");
    world.workspace(id).gitChange("app", "ADDED", "src/n.txt", null, "n");
    world.workspace(id).gitChange("app", "MOVED", "m.txt", "m", "m");

    assertThat(world.client().git().changes(id))
        .extracting(GitChange::status, GitChange::path)
        .containsExactly(
            tuple("R", "app/m.txt"), tuple("A", "app/src/n.txt"), tuple("M", "app/z.txt"));
    assertThat(V0OnV1.usage(world.client()).losses()).hasSize(1).containsValue(1L);
  }

  @Test
  void diffTakesThePathThatChangesGave() {
    world.server().account().connect("github", "ghp-test-not-a-token");
    String id = world.runningIn("octo/app");
    world.workspace(id).put("app/z.txt", "b");
    world.workspace(id).put("app/n.txt", "n");
    world.workspace(id).gitChange("app", "UPDATED", "z.txt", "a", "b");
    world.workspace(id).gitChange("app", "ADDED", "n.txt", null, "n");

    assertThat(world.client().git().diff(id, "app/z.txt"))
        .isEqualTo(GitDiff.builder().original("a").modified("b").build());
    assertThat(world.client().git().diff(id, "app/n.txt").original()).isEmpty();
  }

  @Test
  void workspaceWithoutRepositoryHasNoChanges() {
    assertThat(world.client().git().changes(world.running())).isEmpty();
  }

  @Test
  void diffOfAFileThatIsNotThereIsA500() {
    world.server().account().connect("github", "ghp-test-not-a-token");
    String id = world.runningIn("octo/app");
    world.workspace(id).gitChange("app", "UPDATED", "z.txt", "a", "b");

    V0Exception failure = failureOf(() -> world.client().git().diff(id, "app/d.txt"));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.body()).startsWith("{\"error\":\"Error getting diff: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429})
  void whatConcernsTheCallerKeepsItsStatus(int status) {
    String id = world.running();
    world.client().git().changes(id);
    world
        .server()
        .disturbNext(
            "GET",
            "/api/v1/app-conversations/[^/]+/git/.*",
            Disturbance.notTaken()
                .answer(status, "application/json", "{\"detail\":\"not you\"}")
                .header("Retry-After", "3600"));

    V0Exception refused = failureOf(() -> world.client().git().changes(id));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.body()).isEqualTo("{\"error\":\"Error getting changes: not you\"}");
    assertThat(refused).hasCauseInstanceOf(ApiException.class);
  }

  @Test
  void stoppedConversationIsNo404WhichCallersReadAsNoChanges() {
    String id = world.running();
    world.client().stopConversation(id);

    V0Exception failure = failureOf(() -> world.client().git().changes(id));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.body())
        .isEqualTo("{\"error\":\"Error getting changes: Conversation " + id + " is not running\"}");
  }
}
