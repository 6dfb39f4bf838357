package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caller's own loop around a create whose outcome was not known. */
class RepeatedCreateTest {

  private static final String TASKS = "/api/v1/app-conversations/start-tasks/search";
  private static final String ROWS = "/api/v1/app-conversations";

  /** More requests than a create makes to find out what became of it. */
  private static final int ALL_LOOKS = 16;

  /** More requests than two creates make. */
  private static final int MANY_REQUESTS = 100;

  private final AdapterWorld world = new AdapterWorld(CompatOptions.builder().build());

  @AfterEach
  void close() {
    world.close();
  }

  /** A create whose outcome is not known when it ends; returns the id its caller was told. */
  private String createInTheDark(Disturbance fate) {
    world.server().disturbNextStart(fate);
    V0StartOutcomeUnknownException unknown =
        catchThrowableOfType(V0StartOutcomeUnknownException.class, world::created);
    return unknown.conversationId().orElseThrow();
  }

  @Test
  void repeatIsAnsweredWithTheConversationOfTheFirst() {
    String first = createInTheDark(Disturbance.takenAfter(ALL_LOOKS).dropConnection());

    String second = world.created();

    assertThat(second).isEqualTo(first);
    assertThat(world.startsSeen()).isEqualTo(1);
    assertThat(world.server().startTasks()).hasSize(1);
  }

  @Test
  void oneUnknownAbsorbsOneRepeat() {
    String first = createInTheDark(Disturbance.takenAfter(ALL_LOOKS).dropConnection());
    world.created();

    String third = world.created();

    assertThat(third).isNotEqualTo(first);
    assertThat(world.startsSeen()).isEqualTo(2);
  }

  @Test
  void repeatStartsAnewWhenTheServerAnswersAndDoesNotKnowTheFirst() {
    String first = createInTheDark(Disturbance.notTaken().dropConnection());

    String second = world.created();

    assertThat(second).isNotEqualTo(first);
    assertThat(world.startsSeen()).isEqualTo(2);
    assertThat(world.server().startTasks()).hasSize(1);
  }

  @Test
  void repeatIsUnknownAgainWhileTheServerCannotBeAsked() {
    String first = createInTheDark(Disturbance.takenAfter(ALL_LOOKS).dropConnection());
    for (int request = 0; request < 100; request++) {
      world.server().disturbNext("GET", TASKS, Disturbance.notTaken().answer(502));
      world.server().disturbNext("GET", ROWS, Disturbance.notTaken().answer(502));
    }

    V0StartOutcomeUnknownException again =
        catchThrowableOfType(V0StartOutcomeUnknownException.class, world::created);

    assertThat(again.conversationId()).contains(first);
    assertThat(world.startsSeen()).isEqualTo(1);
  }

  @Test
  void refusedRepeatLeavesTheFirstToBeFoundByTheNext() {
    String first = createInTheDark(Disturbance.takenAfter(MANY_REQUESTS).dropConnection());
    world.server().disturbNextStart(Disturbance.notTaken().answer(422));
    assertThatThrownBy(world::created)
        .isInstanceOf(V0Exception.class)
        .isNotInstanceOf(V0StartOutcomeUnknownException.class);
    assertThat(world.server().startTasks()).as("the first comes later").isEmpty();
    for (int i = 0; i < MANY_REQUESTS; i++) {
      world.client().getConversation("0".repeat(32));
    }
    assertThat(world.server().startTasks()).hasSize(1);

    String third = world.created();

    assertThat(third).isEqualTo(first);
    assertThat(world.startsSeen()).as("the first and the refused one").isEqualTo(2);
  }

  @Test
  void otherRequestIsAStartOfItsOwn() {
    String first = createInTheDark(Disturbance.takenAfter(ALL_LOOKS).dropConnection());

    String other =
        world
            .client()
            .createConversation(
                CreateConversationRequest.builder().initialUserMsg("Something else").build())
            .conversationId();

    assertThat(other).isNotEqualTo(first);
    assertThat(world.startsSeen()).isEqualTo(2);
  }

  @Test
  void otherClientStartsItsOwn() {
    String first = createInTheDark(Disturbance.takenAfter(ALL_LOOKS).dropConnection());

    String other =
        world
            .clients()
            .withRightKey()
            .createConversation(
                CreateConversationRequest.builder().initialUserMsg("Fix the typo").build())
            .conversationId();

    assertThat(other).isNotEqualTo(first);
    assertThat(world.startsSeen()).isEqualTo(2);
  }

  @Test
  void aQuarterOfAnHourLaterItIsANewJob() {
    String first = createInTheDark(Disturbance.takenAfter(ALL_LOOKS).dropConnection());
    world.time().pass(Duration.ofMinutes(16));

    String later = world.created();

    assertThat(later).isNotEqualTo(first);
    assertThat(world.startsSeen()).isEqualTo(2);
  }
}
