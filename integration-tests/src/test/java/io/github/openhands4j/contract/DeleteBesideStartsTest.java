package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.simulator.RecordedRequest;
import io.github.openhands4j.v0.V0Exception;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A delete must not take a sandbox that another conversation is just starting in. */
class DeleteBesideStartsTest {

  private static final String ROWS = "/api/v1/app-conversations";

  private final AdapterWorld world = new AdapterWorld(CompatOptions.builder().build());

  @AfterEach
  void close() {
    world.close();
  }

  private long deletes() {
    return world.server().journal().count("DELETE", ".*");
  }

  @Test
  void loneConversationIsDeletedWithFourRequests() {
    String id = world.up();

    assertThat(world.client().deleteConversation(id)).isTrue();

    assertThat(world.server().journal().requests())
        .extracting(RecordedRequest::path)
        .containsExactly(ROWS, AdapterWorld.START_TASKS, ROWS + "/count", ROWS + "/" + id);
    assertThat(world.time().slept()).isZero();
  }

  @Test
  void startThatGoesIntoTheSandboxIsWaitedForAndLivesOn() {
    String id = world.up();
    String sandbox = world.sandbox(id).id();
    String starting = world.startIn(sandbox);
    world.time().onSleep(2, world::settle);

    assertThat(world.client().deleteConversation(id)).isTrue();

    assertThat(world.idsOnServer()).containsExactly(starting);
    assertThat(world.sandbox(starting).id()).isEqualTo(sandbox);
    assertThat(world.interrupts()).isEqualTo(1);
    assertThat(world.time().slept()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void startThatDoesNotEndInTheTimeOfAWriteKeepsTheConversation() {
    String id = world.up();
    String starting = world.startIn(world.sandbox(id).id());

    V0Exception refused =
        catchThrowableOfType(V0Exception.class, () -> world.client().deleteConversation(id));

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body())
        .contains("CONVERSATION$DELETE_ERROR", "starting in its sandbox, nothing done");
    assertThat(deletes()).isZero();
    world.settle();
    assertThat(world.idsOnServer()).containsExactlyInAnyOrder(id, starting);
  }

  @Test
  void startsThatHaveEndedOrGoElsewhereDoNotMatter() {
    for (String status : new String[] {"READY", "ERROR", "PREPARING_REPOSITORY"}) {
      String id = world.up();
      String sandbox = status.equals("PREPARING_REPOSITORY") ? "another" : world.sandbox(id).id();
      world.nextTasksAre(status, "\"" + sandbox + "\"");

      assertThat(world.client().deleteConversation(id)).as(status).isTrue();
    }
    assertThat(world.time().slept()).isZero();
  }

  @Test
  void ownStartThatGetsNoSandboxForTenSecondsKeepsNobodyFromDeleting() {
    String id = world.up();
    world.created();

    assertThat(world.client().deleteConversation(id)).isTrue();

    assertThat(world.time().slept()).isEqualTo(Duration.ofSeconds(10));
    assertThat(deletes()).isEqualTo(1);
  }
}
