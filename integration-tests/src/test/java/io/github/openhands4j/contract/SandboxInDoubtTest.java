package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.model.v0.ConversationResponse;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.SandboxStatus;
import io.github.openhands4j.v0.V0Exception;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sandbox that reads as gone or broken may only be busy, and its agent at work. */
class SandboxInDoubtTest {

  private static final String ROWS = "/api/v1/app-conversations";
  private static final String PAUSE = "/api/v1/sandboxes/.*/pause";
  private static final String RESUME = "/api/v1/sandboxes/.*/resume";

  /** More than a call asks in its time. */
  private static final int MANY = 20;

  private static final String SEND = ".*/send-message";
  private static final String NOTHING_DONE = "its sandbox does not answer, nothing done";

  private final AdapterWorld world = new AdapterWorld(CompatOptions.builder().build());

  @AfterEach
  void close() {
    world.close();
  }

  /** What a sandbox reads as, though it is neither. */
  private enum Reading {
    MISSING,
    ERROR;

    void shownBy(AdapterWorld world, String id, int reads) {
      if (this == MISSING) {
        world.sandbox(id).loseFor(reads);
      } else {
        world.sandbox(id).failFor(reads);
      }
    }
  }

  private long count(String method, String path) {
    return world.server().journal().count(method, path);
  }

  private static V0Exception failureOf(Runnable call) {
    return catchThrowableOfType(V0Exception.class, call::run);
  }

  @ParameterizedTest
  @EnumSource
  void stopPausesASandboxThatReadsSoInPassing(Reading reading) {
    String id = world.up();
    reading.shownBy(world, id, 2);

    ConversationResponse stopped = world.client().stopConversation(id);

    assertThat(stopped.message()).isEqualTo("Conversation stopped successfully");
    assertThat(stopped.conversationStatus()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(count("POST", PAUSE)).isEqualTo(1);
    assertThat(count("GET", ROWS)).isEqualTo(3);
    assertThat(world.time().sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @EnumSource
  void fileOfASandboxThatReadsSoInPassingIsRead(Reading reading) {
    String id = world.up();
    world.writeFile(id, "a.txt", new byte[] {'x'});
    reading.shownBy(world, id, 2);

    assertThat(world.client().files().selectFile(id, "a.txt")).isEqualTo("x");
    assertThat(count("GET", ROWS)).isEqualTo(3);
  }

  @Test
  void fileOfASandboxThatDoesNotAnswerIsNotSaidToBeOfOneThatDoesNotRun() {
    String id = world.up();
    world.sandbox(id).fail();

    V0Exception failure = failureOf(() -> world.client().files().selectFile(id, "a.txt"));

    assertThat(failure.status()).isEqualTo(502);
    assertThat(failure.body()).isEqualTo("{\"error\":\"Unable to connect to runtime\"}");
    assertThat(world.time().slept()).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void stopSaysThatNothingWasDoneWhileTheSandboxDoesNotAnswer() {
    String id = world.up();
    world.sandbox(id).fail();

    V0Exception failure = failureOf(() -> world.client().stopConversation(id));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.body()).contains("Failed to stop conversation: " + NOTHING_DONE);
    assertThat(count("POST", ".*")).isZero();
    assertThat(count("GET", ROWS)).isEqualTo(14);
    assertThat(world.time().slept()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void stopOfASandboxThatStayedBrokenForAMinuteAnswersAtOnce() {
    String id = world.up();
    world.sandbox(id).fail();
    failureOf(() -> world.client().stopConversation(id));
    world.time().pass(Duration.ofSeconds(3));
    world.server().journal().clear();

    ConversationResponse stopped = world.client().stopConversation(id);

    assertThat(stopped.message()).isEqualTo("Conversation was not running");
    assertThat(stopped.conversationStatus()).isEqualTo(ConversationStatus.ERROR);
    assertThat(world.server().journal().requests()).hasSize(1);
  }

  @Test
  void whatNothingWasWrittenAboutForADayIsBelievedToBeGone() {
    String id = world.running();
    world.sandbox(id).lose();
    world.time().shiftWallClock(Duration.ofHours(25));
    world.server().journal().clear();

    ConversationResponse stopped = world.clients().withRightKey().stopConversation(id);

    assertThat(stopped.message()).isEqualTo("Conversation was not running");
    assertThat(stopped.conversationStatus()).isEqualTo(ConversationStatus.ARCHIVED);
    assertThat(world.server().journal().requests()).hasSize(1);
  }

  @Test
  void whatWasSeenAtWorkIsNotBelievedToBeGoneHoweverOldItIs() {
    String id = world.running();
    world.client().getConversation(id);
    world.time().shiftWallClock(Duration.ofHours(25));
    world.sandbox(id).loseFor(1);

    assertThat(world.client().stopConversation(id).message())
        .isEqualTo("Conversation stopped successfully");
  }

  @ParameterizedTest
  @EnumSource
  void deleteBesideOthersInterruptsAnAgentWhoseSandboxReadsSoInPassing(Reading reading) {
    String id = workingBesideAnother();
    reading.shownBy(world, id, 2);

    assertThat(world.client().deleteConversation(id)).isTrue();

    assertThat(world.interrupts()).isEqualTo(1);
    assertThat(count("DELETE", ".*")).isEqualTo(1);
    assertThat(count("GET", ROWS)).isEqualTo(3);
  }

  private String workingBesideAnother() {
    String id = world.running();
    world.startIn(world.sandbox(id).id());
    world.settle();
    world.server().journal().clear();
    return id;
  }

  @Test
  void deleteBesideOthersDeletesNothingWhileTheSandboxDoesNotAnswer() {
    String id = workingBesideAnother();
    world.sandbox(id).fail();

    V0Exception failure = failureOf(() -> world.client().deleteConversation(id));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.body())
        .contains("Failed to delete conversation: " + NOTHING_DONE)
        .contains("CONVERSATION$DELETE_ERROR");
    assertThat(count("DELETE", ".*")).isZero();
    assertThat(count("GET", ROWS + "/count")).isEqualTo(1);
  }

  @Test
  void sandboxOfItsOwnIsDeletedWithItsConversationWhateverItReadsAs() {
    String id = world.up();
    world.sandbox(id).fail();

    assertThat(world.client().deleteConversation(id)).isTrue();

    assertThat(world.time().slept()).isZero();
    assertThat(world.server().journal().requests()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void startOfASandboxThatReadsSoInPassingFindsItRunning(Reading reading) {
    String id = world.up();
    reading.shownBy(world, id, 2);

    assertThat(world.client().startConversation(id, List.of()).conversationStatus())
        .isEqualTo(ConversationStatus.RUNNING);

    assertThat(count("POST", ".*")).isZero();
    assertThat(count("GET", ROWS)).isEqualTo(3);
  }

  @Test
  void startDoesNotCallASandboxBrokenThatOnlyDoesNotAnswer() {
    String id = world.up();
    world.sandbox(id).fail();

    assertThat(failureOf(() -> world.client().startConversation(id, List.of())).body())
        .contains("Failed to start conversation: " + NOTHING_DONE);
    world.time().pass(Duration.ofSeconds(3));
    assertThat(failureOf(() -> world.client().startConversation(id, List.of())).body())
        .contains("its sandbox is gone or broken");
  }

  @ParameterizedTest
  @EnumSource
  void messageIsSentOnceTheSandboxAnswers(Reading reading) {
    String id = world.up();
    reading.shownBy(world, id, 2);

    world.client().addMessage(id, "Go on");

    assertThat(world.server().conversation(id).messages()).containsOnlyOnce("Go on");
    assertThat(count("POST", SEND)).isEqualTo(1);
    assertThat(count("GET", ROWS)).isEqualTo(3);
  }

  @Test
  void messageToASandboxThatStaysBrokenHasNoConversationOnlyAfterAMinute() {
    String id = world.up();
    world.sandbox(id).fail();

    assertThat(failureOf(() -> world.client().addMessage(id, "Go on")).body())
        .contains(NOTHING_DONE);
    world.time().pass(Duration.ofSeconds(3));
    assertThat(failureOf(() -> world.client().addMessage(id, "Go on")).body())
        .contains("no_conversation:" + id);
    assertThat(count("POST", ".*")).isZero();
  }

  @Test
  void messageThatIsRefusedForAMissingSandboxIsSentOnceMoreALittleLater() {
    String id = world.up();
    refuseMessage();

    world.client().addMessage(id, "Go on");

    assertThat(world.server().conversation(id).messages()).containsOnlyOnce("Go on");
    assertThat(count("POST", SEND)).isEqualTo(2);
    assertThat(count("GET", ROWS)).isEqualTo(2);
    assertThat(world.time().sleeps()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void messageThatIsRefusedTwiceForAMissingSandboxHasItsConversationAllTheSame() {
    String id = world.up();
    refuseMessage();
    refuseMessage();

    assertThat(failureOf(() -> world.client().addMessage(id, "Go on")).body())
        .contains(NOTHING_DONE);
    assertThat(count("POST", SEND)).isEqualTo(2);
  }

  private void refuseMessage() {
    world
        .server()
        .disturbNext(
            "POST",
            SEND,
            Disturbance.notTaken().answer(410, "application/json", "{\"detail\":\"MISSING\"}"));
  }

  /** V1 says 404 to a pause or a resume for whatever goes wrong on the way to the sandbox. */
  private void refuse(String call) {
    for (int i = 0; i < MANY; i++) {
      world
          .server()
          .disturbNext(
              "POST",
              call,
              Disturbance.notTaken().answer(404, "application/json", "{\"detail\":\"Not Found\"}"));
    }
  }

  private String asleep() {
    String id = world.up();
    world.sandbox(id).pause();
    return id;
  }

  @Test
  void startOfASandboxThatCannotBeResumedSaysThatNothingWasDone() {
    String id = asleep();
    refuse(RESUME);

    V0Exception failure = failureOf(() -> world.client().startConversation(id, List.of()));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.body())
        .isEqualTo(
            "{\"status\":\"error\",\"conversation_id\":\"%s\",\"message\":\"%s\"}"
                .formatted(id, "Failed to start conversation: " + NOTHING_DONE));
    assertThat(count("POST", RESUME)).isBetween(2L, MANY - 1L);
  }

  @Test
  void stopOfASandboxThatCannotBePausedSaysThatNothingWasDone() {
    String id = world.up();
    refuse(PAUSE);

    V0Exception failure = failureOf(() -> world.client().stopConversation(id));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.body())
        .isEqualTo(
            "{\"status\":\"error\",\"conversation_id\":\"%s\",\"message\":\"%s\"}"
                .formatted(id, "Failed to stop conversation: " + NOTHING_DONE));
    assertThat(count("POST", PAUSE)).isBetween(2L, MANY - 1L);
  }

  @Test
  void messageToASandboxThatCannotBeResumedHasItsConversationAllTheSame() {
    String id = asleep();
    refuse(RESUME);

    V0Exception failure = failureOf(() -> world.client().addMessage(id, "Go on"));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.body()).contains(NOTHING_DONE).doesNotContain("no_conversation");
    assertThat(count("POST", SEND)).isZero();
    assertThat(count("POST", RESUME)).isBetween(2L, MANY - 1L);
  }

  @Test
  void changeOfTheAgentIsMadeOnceTheSandboxAnswers() {
    String id = world.up();
    Reading.ERROR.shownBy(world, id, 2);

    world
        .client()
        .events()
        .addEvent(
            id, Map.of("action", "change_agent_state", "args", Map.of("agent_state", "stopped")));

    assertThat(world.interrupts()).isEqualTo(1);
    assertThat(world.sandbox(id).status()).isEqualTo(SandboxStatus.RUNNING);
  }
}
