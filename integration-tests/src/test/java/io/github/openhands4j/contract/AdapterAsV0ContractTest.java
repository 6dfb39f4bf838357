package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.compat.CompatOptions.Resume;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.simulator.Outcome;
import org.junit.jupiter.api.Test;

/** The adapter as faithful to V0 as it can be: a finished agent runs on, and nothing is resumed. */
class AdapterAsV0ContractTest extends V0ContractSuite {

  @Override
  protected V0World newWorld() {
    return new AdapterWorld(
        CompatOptions.builder().completion(Completion.AS_V0).resume(Resume.NEVER).build());
  }

  @Test
  void conversationRunsUntilItsSandboxPauses() {
    assertThat(statusAfter(Outcome.finished())).isEqualTo("RUNNING STATUS$READY");
    assertThat(statusAfter(Outcome.error("LLMAuthenticationError", "key refused")))
        .isEqualTo("RUNNING STATUS$ERROR");
    assertThat(statusAfter(Outcome.stuck())).isEqualTo("RUNNING STATUS$ERROR");
    assertThat(statusAfter(Outcome.waitingForConfirmation())).isEqualTo("RUNNING STATUS$READY");
  }

  private String statusAfter(Outcome outcome) {
    ((AdapterWorld) world()).server().nextStart(outcome);
    ConversationInfo info = get(world().running());
    return info.status() + " " + info.runtimeStatus();
  }

  @Test
  void messageToAStoppedConversationIsRefusedAndResumesNothing() {
    String id = world().stopped();

    assertThat(failureOf(() -> client().addMessage(id, "Go on")).body())
        .endsWith("no_conversation:" + id + "\"}");
    assertThat(((AdapterWorld) world()).server().journal().count("POST", ".*/resume")).isZero();
  }
}
