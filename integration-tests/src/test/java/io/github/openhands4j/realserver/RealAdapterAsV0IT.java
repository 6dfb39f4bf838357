package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.compat.CompatOptions.Resume;
import io.github.openhands4j.contract.V0World;
import io.github.openhands4j.contract.V0WorldTest;
import io.github.openhands4j.model.v0.ConversationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is different on the real V1 server if the adapter is as faithful to V0 as it can be. */
@ExtendWith(RealServers.class)
@Timeout(600)
class RealAdapterAsV0IT extends V0WorldTest {

  private final RealServer server;

  RealAdapterAsV0IT(@On(ServerKind.V1) RealServer server) {
    this.server = server;
  }

  @Override
  protected V0World newWorld() {
    return new RealAdapterWorld(
        server, CompatOptions.builder().completion(Completion.AS_V0).resume(Resume.NEVER).build());
  }

  private RealAdapterWorld real() {
    return (RealAdapterWorld) world();
  }

  @Test
  void conversationRunsOnWhenItsAgentHasFinishedOrFailed() {
    assertThat(statusWhen("finished", "FINISH: done")).isEqualTo("RUNNING STATUS$READY");
    assertThat(statusWhen("error", "FAIL: 401")).isEqualTo("RUNNING STATUS$ERROR");
  }

  private String statusWhen(String agent, String message) {
    String id = real().created(message);
    Patience.until(agent, () -> real().agentOf(id).equals(agent));
    ConversationInfo info = get(id);
    return info.status() + " " + info.runtimeStatus();
  }

  @Test
  void messageToAStoppedConversationIsRefusedAndResumesNothing() {
    String id = world().stopped();

    assertThat(failureOf(() -> client().addMessage(id, "Go on")).body())
        .endsWith("no_conversation:" + id + "\"}");
    assertThat(real().proxy().count("POST", ".*/resume")).isZero();
  }
}
