package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.ManualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret of a sandbox is read as a whole, though its answer is a stream. */
class SandboxSecretTest {

  private static final int MOST = 1024;

  private final V1World world = new V1World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void secretLargerThanAnAnswerMayBeIsRefused() {
    OpenHandsClient client = world.client(new ManualTime());
    ConversationId id = world.running(client);
    String sandboxId = world.conversation(id).sandbox().orElseThrow().id();
    SandboxInfo sandbox = client.sandboxes().get(sandboxId).orElseThrow();
    Sandboxes bounded =
        world.client(new ManualTime(), options -> options.maxAnswerBytes(MOST)).sandboxes();
    answer(sandboxId, MOST + 1);
    answer(sandboxId, MOST);

    assertThatThrownBy(() -> bounded.secret(sandbox, "TOKEN"))
        .isInstanceOfSatisfying(
            UnreadableAnswerException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
    assertThat(bounded.secret(sandbox, "TOKEN").orElseThrow().reveal()).hasSize(MOST);
  }

  private void answer(String sandboxId, int bytes) {
    world.server.disturbNext(
        "GET",
        "/api/v1/sandboxes/" + sandboxId + "/settings/secrets/TOKEN",
        Disturbance.notTaken().answer(200, "text/plain", "x".repeat(bytes)));
  }
}
