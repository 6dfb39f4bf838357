package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.event.EventQuery;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The oddities of V0 that both backends show alike, and the list of those that have a test. */
abstract class TrapsContract extends V0WorldTest {

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

  /** The numbers of the oddities that have a test here, one for each test. */
  List<Integer> traps() {
    return Stream.of(TrapsContract.class, getClass())
        .flatMap(suite -> Arrays.stream(suite.getDeclaredMethods()))
        .map(TrapsContract::trapOf)
        .flatMap(List::stream)
        .sorted()
        .toList();
  }

  private static List<Integer> trapOf(Method test) {
    Trap trap = test.getAnnotation(Trap.class);
    return trap == null ? List.of() : List.of(trap.value());
  }
}
