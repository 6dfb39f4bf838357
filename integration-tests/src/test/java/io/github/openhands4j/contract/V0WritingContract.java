package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationResponse;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What writes on a conversation promise: rename, delete, start, stop and message. */
public abstract class V0WritingContract extends V0ReadingContract {

  @Test
  void renameShowsInTheRecord() {
    String id = world().running();

    assertThat(client().updateConversation(id, "A \"better\" title é")).isTrue();
    assertThat(get(id).title()).isEqualTo("A \"better\" title é");
  }

  @Test
  void renameToBlanksBringsBackADefaultTitle() {
    String id = world().running();
    client().updateConversation(id, "Mine");

    assertThat(client().updateConversation(id, "   ")).isTrue();
    assertThat(get(id).title()).isNotBlank().isNotEqualTo("Mine");
  }

  @Test
  void renameOfAnUnknownIdIsToldInV0sWords() {
    V0Exception refused = failureOf(() -> client().updateConversation(world().unknownId(), "t"));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body())
        .isEqualTo(
            "{\"status\":\"error\",\"message\":\"Conversation not found\","
                + "\"msg_id\":\"CONVERSATION$NOT_FOUND\"}");
    assertThat(refused.code()).isEqualTo(ErrorCode.V0_ERROR);
  }

  @Test
  void renameToAnEmptyOrTooLongTitleIsRefusedAndChangesNothing() {
    String id = world().running();
    client().updateConversation(id, "t".repeat(200));

    assertThat(failureOf(() -> client().updateConversation(id, "")).status()).isEqualTo(422);
    assertThat(failureOf(() -> client().updateConversation(id, "u".repeat(201))).status())
        .isEqualTo(422);
    assertThat(get(id).title()).isEqualTo("t".repeat(200));
  }

  @Test
  void deleteIsTrueOnceAndFalseAfterwards() {
    String id = world().running();

    assertThat(client().deleteConversation(id)).isTrue();
    assertThat(client().deleteConversation(id)).isFalse();
    assertThat(client().getConversation(id)).isEmpty();
    assertThat(client().deleteConversation(world().unknownId())).isFalse();
  }

  @Test
  void stopTellsTheStatusBeforeAndStops() {
    String id = world().running();

    ConversationResponse stopped = client().stopConversation(id);

    assertThat(stopped.status()).isEqualTo("ok");
    assertThat(stopped.conversationId()).isEqualTo(id);
    assertThat(stopped.message()).isEqualTo("Conversation stopped successfully");
    assertThat(stopped.conversationStatus()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
  }

  @Test
  void stopOfWhatDoesNotRunSaysSo() {
    String id = world().stopped();

    assertThat(
            List.of(client().stopConversation(id), client().stopConversation(world().unknownId())))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo("ok");
              assertThat(answer.message()).isEqualTo("Conversation was not running");
              assertThat(answer.conversationStatus()).isEqualTo(ConversationStatus.STOPPED);
            });
  }

  @Test
  void startWakesAStoppedConversation() {
    String id = world().stopped();

    ConversationResponse answer = client().startConversation(id, List.of(ProviderType.GITHUB));
    world().settle();

    assertThat(answer.status()).isEqualTo("ok");
    assertThat(answer.conversationId()).isEqualTo(id);
    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(world().startsSeen()).isEqualTo(1);
  }

  @Test
  void startOfARunningConversationChangesNothing() {
    String id = world().running();

    assertThat(client().startConversation(id, List.of()).conversationStatus())
        .isEqualTo(ConversationStatus.RUNNING);
    assertThat(client().startConversation(id, List.of()).status()).isEqualTo("ok");
    assertThat(world().idsOnServer()).containsExactly(id);
  }

  @Test
  void startOfAnUnknownIdIsToldInV0sWords() {
    V0Exception refused =
        failureOf(() -> client().startConversation(world().unknownId(), List.of()));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body())
        .isEqualTo("{\"status\":\"error\",\"conversation_id\":\"" + world().unknownId() + "\"}");
  }

  @Test
  void messageToARunningConversationIsTaken() {
    String id = world().running();

    client().addMessage(id, "And the other typo, too");

    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(world().startsSeen()).isEqualTo(1);
  }

  @Test
  void messageToAnUnknownIdIsToldInV0sWords() {
    V0Exception refused = failureOf(() -> client().addMessage(world().unknownId(), "hello"));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body())
        .isEqualTo("{\"detail\":\"Conversation " + world().unknownId() + " not found\"}");
  }

  /** V0 refused it; a backend may wake the conversation instead, but never drop the message. */
  @Test
  void messageToAStoppedConversationIsRefusedInV0sWordsOrWakesIt() {
    String id = world().stopped();
    try {
      client().addMessage(id, "Go on");
      assertThat(get(id).status()).isNotEqualTo(ConversationStatus.STOPPED);
    } catch (V0Exception refused) {
      assertThat(refused.status()).isEqualTo(500);
      assertThat(refused.body())
          .isEqualTo(
              "{\"success\":false,\"error\":\"Error adding message to conversation:"
                  + " no_conversation:"
                  + id
                  + "\"}");
    }
  }
}
