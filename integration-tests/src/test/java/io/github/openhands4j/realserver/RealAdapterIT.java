package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.contract.V0World;
import io.github.openhands4j.contract.V0WorldTest;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.V0Exception;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only a backend on V1 has to do, on the real server. */
@ExtendWith(RealServers.class)
@Timeout(600)
class RealAdapterIT extends V0WorldTest {

  private final RealServer server;

  RealAdapterIT(@On(ServerKind.V1) RealServer server) {
    this.server = server;
  }

  @Override
  protected V0World newWorld() {
    return new RealAdapterWorld(server, CompatOptions.builder().build());
  }

  private RealAdapterWorld real() {
    return (RealAdapterWorld) world();
  }

  private int posts(String path) {
    return real().proxy().count("POST", path);
  }

  @Test
  void lostAnswerIsASuccessWithTheRightId() {
    world().loseAnswerOfNextCreate();

    String id = world().created();
    world().settle();

    assertThat(world().idsOnServer()).containsExactly(id);
    assertThat(world().startsSeen()).isEqualTo(1);
  }

  @Test
  void anotherProcessFindsAConversationThatIsStillStarting() {
    String id = world().created();

    ConversationInfo starting = world().clients().withRightKey().getConversation(id).orElseThrow();
    world().settle();
    ConversationInfo up = world().clients().withRightKey().getConversation(id).orElseThrow();

    assertThat(starting.conversationId()).isEqualTo(id);
    assertThat(starting.status()).isIn(ConversationStatus.STARTING, ConversationStatus.RUNNING);
    assertThat(up.status()).isEqualTo(ConversationStatus.RUNNING);
  }

  @Test
  void finishedRunShowsAsStoppedAndAFailedOneAsError() {
    String finished = real().created("FINISH: done");
    String failed = real().created("FAIL: 401");

    Patience.until("finished", () -> get(finished).status().equals(ConversationStatus.STOPPED));
    Patience.until("failed", () -> get(failed).status().equals(ConversationStatus.ERROR));

    assertThat(real().agentOf(finished)).isEqualTo("finished");
    assertThat(real().agentOf(failed)).isEqualTo("error");
  }

  @Test
  void failedStartShowsAsErrorStaysSoAndCanBeDeleted() {
    String id =
        client()
            .createConversation(
                CreateConversationRequest.builder().repository(world().deniedRepository()).build())
            .conversationId();
    world().settle();

    assertThat(get(id).status()).isEqualTo(ConversationStatus.ERROR);
    assertThat(world().clients().withRightKey().getConversation(id).orElseThrow().status())
        .isEqualTo(ConversationStatus.ERROR);
    assertThat(failureOf(() -> client().startConversation(id, List.of())).status()).isEqualTo(500);
    assertThat(client().deleteConversation(id)).isTrue();
    assertThat(client().getConversation(id)).isEmpty();
    assertThat(client().deleteConversation(id)).isFalse();
  }

  @Test
  void createThatWaitsTellsAFailedStartInV0sWords() {
    CreateConversationRequest request =
        CreateConversationRequest.builder().repository(world().deniedRepository()).build();
    try (RealAdapterWorld waiting =
        new RealAdapterWorld(
            server, CompatOptions.builder().createWait(Duration.ofSeconds(60)).build())) {

      V0Exception refused = failureOf(() -> waiting.client().createConversation(request));

      assertThat(refused.body()).isEqualTo("\"Unable to access repo octo/denied\"");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused).hasCauseInstanceOf(StartFailedException.class);
      assertThat(waiting.startsSeen()).isEqualTo(1);
    }
  }

  @Test
  void messageToAPausedConversationResumesItAndIsSentOnce() {
    String id = world().stopped();

    client().addMessage(id, "Go on");

    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(posts("/api/v1/sandboxes/.*/resume")).isEqualTo(1);
    assertThat(posts(".*/send-message")).isEqualTo(1);
  }

  @Test
  void messageWhoseAnswerIsLostIsNeverSentAgain() {
    String id = world().running();
    real().proxy().next("POST", ".*/send-message", Fate.answerLost());

    // Events of a busy agent may reach the server only after the half minute of looking.
    Throwable told = catchThrowable(() -> client().addMessage(id, "Once"));

    if (told != null) {
      assertThat(told)
          .isInstanceOfSatisfying(
              V0Exception.class,
              unknown -> assertThat(unknown.code()).isEqualTo(ErrorCode.MESSAGE_OUTCOME_UNKNOWN));
    }
    assertThat(posts(".*/send-message")).isEqualTo(1);
  }

  /** Without a message there is no automatic title, which would call for a second one. */
  @Test
  void renameOfAConversationThatIsStartingWaitsForItAndIsDoneOnce() {
    String id =
        client().createConversation(CreateConversationRequest.builder().build()).conversationId();

    assertThat(client().updateConversation(id, "In time")).isTrue();

    assertThat(get(id).title()).isEqualTo("In time");
    assertThat(real().proxy().count("PATCH", ".*")).isEqualTo(1);
  }

  @Test
  void readsNeverResumeASandbox() {
    String id = world().stopped();

    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
    assertThat(world().idsOnServer()).containsExactly(id);
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);

    assertThat(posts(".*/resume")).isZero();
  }
}
