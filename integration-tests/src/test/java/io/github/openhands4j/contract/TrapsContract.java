package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventQuery;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The oddities of V0: those that both backends show alike, and that each backend has them all. */
abstract class TrapsContract extends V0WorldTest {

  private static final RunningTests TESTS = RunningTests.of("integration-tests");

  @Test
  @Trap(1)
  void unknownConversationIsNothingFalseOrFineAndOnlySometimesAnErrorInThreeForms() {
    String id = world().unknownId();

    assertThat(client().getConversation(id)).isEmpty();
    assertThat(client().deleteConversation(id)).isFalse();
    assertThat(client().stopConversation(id).status()).isEqualTo("ok");
    assertThat(
            List.of(
                failureOf(() -> client().updateConversation(id, "t")).body(),
                failureOf(() -> client().startConversation(id, List.of())).body(),
                failureOf(() -> client().events().listEvents(id, EventQuery.oldest())).body()))
        .containsExactly(
            "{\"status\":\"error\",\"message\":\"Conversation not found\","
                + "\"msg_id\":\"CONVERSATION$NOT_FOUND\"}",
            "{\"status\":\"error\",\"conversation_id\":\"" + id + "\"}",
            "{\"detail\":\"Conversation " + id + " not found\"}");
  }

  @Test
  @Trap(3)
  void stopReportsTheStatusFromBeforeTheStop() {
    String id = world().running();

    assertThat(client().stopConversation(id).conversationStatus())
        .isEqualTo(ConversationStatus.RUNNING);
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
  }

  @Test
  @Trap(26)
  void renameToBlanksPassesAndBringsTheDefaultTitleBack() {
    String id = world().running();
    client().updateConversation(id, "Mine");

    assertThat(client().updateConversation(id, " ".repeat(200))).isTrue();
    assertThat(get(id).title()).isEqualTo("Conversation " + id.substring(0, 5));
    assertThat(failureOf(() -> client().updateConversation(id, " ".repeat(201))).status())
        .isEqualTo(422);
  }

  @Test
  @Trap(11)
  void eventsAreNumberedFromZeroWithInclusiveBoundsAndALimitThatIsRefusedWith400() {
    String id = world().running();
    world().runCommands(id, 12);

    assertThat(events(id).get(0).id()).isZero();
    assertThat(client().events().listEvents(id, EventQuery.oldest()).events()).hasSize(20);
    assertThat(client().events().listEvents(id, new EventQuery(2L, 3L, true, 100, null)).events())
        .extracting(Event::id)
        .containsExactly(3L, 2L);
    assertThat(client().events().listEvents(id, EventQuery.builder().limit(0).build()))
        .satisfies(none -> assertThat(none.events()).isEmpty())
        .satisfies(none -> assertThat(none.hasMore()).isTrue());
    assertThat(List.of(101, -1))
        .allSatisfy(
            limit ->
                assertThat(
                        failureOf(
                                () ->
                                    client()
                                        .events()
                                        .listEvents(id, EventQuery.builder().limit(limit).build()))
                            .status())
                    .isEqualTo(400));
  }

  @Test
  @Trap(13)
  void riskIsANumberContentStandsInTwoPlacesAndTheReportIsNotInTheMessage() {
    String id = world().running();
    world().runCommands(id, 1);
    world().finishRun(id, "The typo is gone.");
    List<Event> events = events(id);

    assertThat(events)
        .filteredOn(e -> "run".equals(e.action()))
        .first()
        .satisfies(
            run -> {
              assertThat(run.args()).containsEntry("security_risk", 0L);
              assertThat(run.content()).isNull();
            });
    assertThat(events)
        .filteredOn(e -> "run".equals(e.observation()))
        .first()
        .satisfies(
            done -> {
              assertThat(done.content()).isNotEmpty();
              assertThat(done.extras()).doesNotContainKey("content");
            });
    assertThat(events)
        .filteredOn(e -> "message".equals(e.action()))
        .first()
        .satisfies(
            said -> {
              assertThat(said.args()).containsEntry("content", said.message());
              assertThat(said.content()).isNull();
            });
    assertThat(events)
        .filteredOn(e -> "finish".equals(e.action()))
        .singleElement()
        .satisfies(
            finish -> {
              assertThat(finish.message()).isEqualTo("All done! What's next on the agenda?");
              assertThat(finish.args()).containsEntry("final_thought", "The typo is gone.");
            });
  }

  @Test
  @Trap(15)
  void statesOfTheAgentComeFromTheEnvironmentWhenTheyAreRead() {
    assertThat(events(world().running()))
        .filteredOn(e -> "agent_state_changed".equals(e.observation()))
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.source()).isEqualTo("environment"));
  }

  final List<Event> events(String id) {
    return client().events().listEvents(id, EventQuery.builder().limit(100).build()).events();
  }

  @Test
  void everyTrapHasExactlyOneTestThatRuns() {
    assertThat(
            TESTS.marked(getClass().getName(), Trap.class.getSimpleName()).values().stream()
                .map(Integer::valueOf)
                .sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 26).boxed().toList());
  }
}
