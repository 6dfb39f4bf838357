package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v1.ConfirmationPolicy;
import io.github.openhands4j.model.v1.GitDiff;
import io.github.openhands4j.model.v1.event.InterruptEvent;
import io.github.openhands4j.model.v1.event.PauseEvent;
import io.github.openhands4j.model.v1.event.UserRejectObservation;
import io.github.openhands4j.v1.AgentConversation;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.StartRequest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An agent that is asked, answered, stopped and let go on at its agent server. */
class V1AgentIT extends RealV1Test {

  V1AgentIT(@On(ServerKind.V1) RealServer server) {
    super(server);
  }

  /** A conversation whose agent has to ask from now on. */
  private Conversation asking() {
    Conversation conversation =
        RealV1World.start(client, "FINISH: hello").awaitFinished(RealV1World.LONG);
    at(conversation).confirmationPolicy(ConfirmationPolicy.ALWAYS);
    return conversation;
  }

  private static AgentConversation at(Conversation conversation) {
    return conversation.agent().conversation(conversation.id());
  }

  private static Outcome end(Conversation conversation) {
    return conversation.awaitFinished(RealV1World.LONG).outcome();
  }

  private String outputs(Conversation conversation) {
    return world.recordsOf(conversation.id()).all("ObservationEvent");
  }

  @Test
  void agentDoesWhatIsConfirmedAndAsksNoMoreWhenItNeedNot() {
    Conversation conversation = asking();
    conversation.send("RUN: echo con'firmed'");
    assertThat(end(conversation)).isEqualTo(Outcome.NEEDS_CONFIRMATION);
    assertThat(outputs(conversation)).doesNotContain("confirmed");

    conversation.respondToConfirmation(true);
    assertThat(end(conversation)).isEqualTo(Outcome.FINISHED);
    assertThat(outputs(conversation)).contains("confirmed");

    at(conversation).confirmationPolicy(ConfirmationPolicy.NEVER);
    conversation.send("RUN: echo un'asked'");
    assertThat(end(conversation)).isEqualTo(Outcome.FINISHED);
    assertThat(outputs(conversation)).contains("unasked");
  }

  @Test
  void agentThatIsRefusedIsIdleAndGoesOnWhenItIsLetRunOrSentAMessage() {
    Conversation conversation = asking();
    conversation.send("RUN: echo re'fused'");
    assertThat(end(conversation)).isEqualTo(Outcome.NEEDS_CONFIRMATION);
    conversation.reject("not this");
    world.awaitStatus(conversation.id(), "idle");
    assertThat(at(conversation).events())
        .anyMatch(
            event ->
                event instanceof UserRejectObservation refused
                    && "not this".equals(refused.rejectionReason()));
    assertThat(at(conversation).run()).isTrue();
    assertThat(end(conversation)).isEqualTo(Outcome.FINISHED);

    conversation.send("RUN: echo re'fused'");
    assertThat(end(conversation)).isEqualTo(Outcome.NEEDS_CONFIRMATION);
    conversation.reject("nor this");
    world.awaitStatus(conversation.id(), "idle");
    conversation.send("FINISH: something else");
    assertThat(end(conversation)).isEqualTo(Outcome.FINISHED);
    assertThat(at(conversation).finalResponse()).contains("something else");
    assertThat(outputs(conversation)).doesNotContain("refused");
  }

  @Test
  void agentIsPausedBetweenStepsGoesOnAndIsInterrupted() {
    Conversation conversation =
        client.conversation(RealV1World.start(client, "LOOP").awaitReady()).orElseThrow();
    world.awaitStatus(conversation.id(), "running");
    AgentConversation agent = at(conversation);
    assertThat(agent.run()).isFalse();

    agent.pause();
    world.awaitStatus(conversation.id(), "paused");
    assertThat(agent.events()).anyMatch(PauseEvent.class::isInstance);
    Patience.until("its last step is over", agent::run);
    world.awaitStatus(conversation.id(), "running");
    agent.interrupt();
    world.awaitStatus(conversation.id(), "paused");

    conversation.send("FINISH: done");
    assertThat(end(conversation)).isEqualTo(Outcome.FINISHED);
    assertThat(agent.finalResponse()).contains("done");
    assertThat(world.starts()).isEqualTo(1);
  }

  /** A pause would wait for the model, which waits for the gate. */
  @Test
  void agentIsInterruptedWhileTheModelThinksAndAsksItAgain() {
    String gate = "interrupted-while-thinking";
    Conversation conversation =
        client
            .conversation(
                RealV1World.start(client, "UNTIL: " + gate + "\nFINISH: at last").awaitReady())
            .orElseThrow();
    world.awaitStatus(conversation.id(), "running");
    AgentConversation agent = at(conversation);

    agent.interrupt();
    world.awaitStatus(conversation.id(), "paused");
    assertThat(agent.events()).anyMatch(InterruptEvent.class::isInstance);
    server.open(gate);
    Patience.until("its last step is over", agent::run);
    assertThat(end(conversation)).isEqualTo(Outcome.FINISHED);
    assertThat(agent.finalResponse()).contains("at last");
    assertThat(world.recordsOf(conversation.id()).userMessages()).hasSize(1);
  }

  @Test
  void whatTheAgentMadeInARepositoryIsShownAsADifference() {
    Conversation conversation =
        client
            .conversations()
            .start(
                StartRequest.builder()
                    .repository("octo/app")
                    .message("RUN: echo two > made.txt")
                    .build())
            .awaitFinished(RealV1World.LONG);
    AgentServer agent = conversation.agent();
    String file =
        agent.run("find \"$PWD\" -name made.txt", null, Duration.ofSeconds(30)).stdout().strip();

    GitDiff made = agent.gitDiff(file, "HEAD");

    assertThat(made.original()).isNullOrEmpty();
    assertThat(made.modified()).isEqualTo("two");
    assertThat(agent.gitChanges(file.replaceFirst("/[^/]+$", ""), "HEAD"))
        .anyMatch(change -> change.path().equals("made.txt"));
  }

  /** The real servers of tests run without an editor. */
  @Test
  void thereIsNoEditorWhereItIsDisabled() {
    Conversation conversation =
        RealV1World.start(client, "FINISH: hello").awaitFinished(RealV1World.LONG);

    assertThat(conversation.agent().vscodeUrl(URI.create("http://localhost:8001"))).isEmpty();
  }
}
