package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.RecordedRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stop must not pause a sandbox that another conversation is just starting in. */
class StopBesideStartsTest {

  private static final String ROWS = "/api/v1/app-conversations";
  private static final String PAUSE = "/api/v1/sandboxes/.*/pause";

  private final AdapterWorld world = new AdapterWorld(CompatOptions.builder().build());

  @AfterEach
  void close() {
    world.close();
  }

  private void stop(String id) {
    assertThat(world.client().stopConversation(id).message())
        .isEqualTo("Conversation stopped successfully");
    assertThat(world.client().getConversation(id).orElseThrow().status())
        .isEqualTo(ConversationStatus.STOPPED);
  }

  private long pauses() {
    return world.server().journal().count("POST", PAUSE);
  }

  private void hasInterruptedTheAgentOnly() {
    assertThat(pauses()).isZero();
    assertThat(world.interrupts()).isEqualTo(1);
  }

  @Test
  void loneConversationIsStoppedWithFourRequests() {
    String id = world.up();

    world.client().stopConversation(id);

    assertThat(world.server().journal().requests())
        .extracting(RecordedRequest::path)
        .containsExactly(
            ROWS,
            AdapterWorld.START_TASKS,
            ROWS + "/count",
            "/api/v1/sandboxes/" + world.sandbox(id).id() + "/pause");
    assertThat(world.time().sleeps()).isEmpty();
  }

  @Test
  void startThatAsksForTheSandboxKeepsItUp() {
    String id = world.up();
    String starting = world.startIn(world.sandbox(id).id());

    stop(id);

    hasInterruptedTheAgentOnly();
    world.settle();
    assertThat(world.idsOnServer()).containsExactlyInAnyOrder(id, starting);
  }

  @Test
  void startThatTheServerPutIntoTheSandboxKeepsItUp() {
    String id = world.up();
    world.nextTasksAre("PREPARING_REPOSITORY", "\"" + world.sandbox(id).id() + "\"");

    stop(id);

    hasInterruptedTheAgentOnly();
  }

  @Test
  void startsThatHaveEndedOrGoElsewhereDoNotMatter() {
    for (String task : new String[] {"READY", "ERROR", "elsewhere"}) {
      String id = world.up();
      boolean elsewhere = task.equals("elsewhere");
      world.nextTasksAre(
          elsewhere ? "WAITING_FOR_SANDBOX" : task,
          "\"" + (elsewhere ? "another" : world.sandbox(id).id()) + "\"");

      stop(id);

      assertThat(pauses()).as(task).isEqualTo(1);
    }
  }

  @Test
  void startOfAnotherProgramWithoutASandboxYetIsNotWaitedFor() {
    String id = world.up();
    world.nextTasksAre("WORKING", "null");

    stop(id);

    assertThat(pauses()).isEqualTo(1);
    assertThat(world.time().sleeps()).isEmpty();
  }

  @Test
  void ownStartWithoutASandboxYetIsWaitedForAndWhenItGoesElsewhereTheStopPauses() {
    String id = world.up();
    world.created();
    world.time().onSleep(1, () -> world.server().advance(1));

    stop(id);

    assertThat(pauses()).isEqualTo(1);
    assertThat(world.server().journal().count("GET", AdapterWorld.START_TASKS)).isEqualTo(2);
    assertThat(world.time().sleeps()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void ownStartThatGetsNoSandboxForTenSecondsKeepsTheSandboxUp() {
    String id = world.up();
    world.created();

    stop(id);

    hasInterruptedTheAgentOnly();
    assertThat(world.server().journal().count("GET", AdapterWorld.START_TASKS)).isEqualTo(5);
    assertThat(world.time().slept()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void startThatNobodyWorksOnAnyMoreDoesNotKeepTheSandboxUp() {
    String id = world.up();
    world.server().nextStart(Outcome.neverReady());
    String abandoned = world.created();
    world.client().getConversation(abandoned);
    world.time().pass(Duration.ofMinutes(26));

    stop(id);

    assertThat(pauses()).isEqualTo(1);
  }
}
