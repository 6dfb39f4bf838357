package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ConflictException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Start;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A sandbox that is paused and resumed in the middle of a run. */
class V1PauseIT extends RealV1Test {

  private static final String MESSAGE = "UNTIL: resumed\nFINISH: done";

  V1PauseIT(@On(ServerKind.V1) RealServer server) {
    super(server);
  }

  @Test
  void pausedRunIsWaitedForAndGoesOnWhenResumed() throws Exception {
    Start start = RealV1World.start(client, MESSAGE);
    ConversationId id = start.awaitReady();
    world.awaitStatus(id, "running");
    String sandbox = client.conversations().get(id).map(AppConversation::sandboxId).orElseThrow();
    List<String> told = new CopyOnWriteArrayList<>();

    client.sandboxes().pause(sandbox);
    Patience.until("the sandbox is paused", () -> isPaused(sandbox));
    CompletableFuture<Conversation> wait =
        CompletableFuture.supplyAsync(
            () -> start.awaitFinished(RealV1World.LONG, p -> told.add(p.toString())));
    Patience.until(
        "the wait saw the pause", () -> told.stream().anyMatch(t -> t.contains("PAUSED")));
    int reads = world.proxy.count("GET", RealV1World.CONVERSATIONS);
    Patience.until(
        "the wait reads on", () -> world.proxy.count("GET", RealV1World.CONVERSATIONS) > reads + 3);

    assertThat(wait).isNotDone();
    assertThatThrownBy(() -> client.conversations().sendMessage(id, "SAY: hi"))
        .isInstanceOf(ConflictException.class);
    client.sandboxes().resume(sandbox);
    server.open("resumed");
    assertThat(wait.get().outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.recordsOf(id).userMessages()).containsExactly(MESSAGE);
    assertThat(world.proxy.count("POST", RealV1World.MESSAGES)).isEqualTo(1);
    assertThat(world.proxy.count("POST", ".*/pause")).isEqualTo(1);
    assertThat(world.proxy.count("POST", ".*/resume")).isEqualTo(1);
    assertThat(world.starts()).isEqualTo(1);
  }

  private boolean isPaused(String sandbox) {
    return client
        .sandboxes()
        .get(sandbox)
        .filter(it -> SandboxStatus.PAUSED.equals(it.status()))
        .isPresent();
  }
}
