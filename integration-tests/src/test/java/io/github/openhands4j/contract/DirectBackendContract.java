package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The direct backend: what V0 itself did that no other backend has to do. */
public abstract class DirectBackendContract extends V0ContractSuite {

  @Override
  protected abstract DirectV0World newWorld();

  private DirectV0World direct() {
    return (DirectV0World) world();
  }

  @Test
  void repositoryOutOfReachIsRefusedAtOnce() {
    V0Exception refused =
        failureOf(
            () ->
                client()
                    .createConversation(
                        CreateConversationRequest.builder()
                            .repository(world().deniedRepository())
                            .build()));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).isEqualTo("\"Unable to access repo octo/denied\"");
    assertThat(world().idsOnServer()).isEmpty();
  }

  @Test
  void taskTypeThatV0DoesNotImplementIsToldAsV0ToldIt() {
    V0Exception refused =
        failureOf(
            () ->
                client()
                    .createConversation(
                        CreateConversationRequest.builder()
                            .suggestedTask(
                                new SuggestedTask(
                                    ProviderType.GITHUB,
                                    TaskType.OPEN_PR,
                                    V0World.REPOSITORY,
                                    7,
                                    "Title"))
                            .build()));

    assertThat(refused.status()).isEqualTo(500);
    assertThat(world().idsOnServer()).isEmpty();
  }

  @Test
  void createTurnedAwayByTheRateLimitIsSentAgain() {
    direct().refuseNextCreateByRateLimit();

    assertThat(world().idsOnServer()).doesNotContain(world().created());
    assertThat(world().startsSeen()).isEqualTo(2);
    world().settle();
    assertThat(world().idsOnServer()).hasSize(1);
  }

  @Test
  void readIsRepeatedWhenItsAnswerIsLostAndAMessageIsNot() {
    String id = world().running();
    String path = "/api/conversations/" + id;
    int readsBefore = direct().requestsSeen("GET", path);
    direct().loseNextAnswer("GET", path);
    direct().loseNextAnswer("POST", path + "/message");

    assertThat(client().getConversation(id)).isPresent();
    assertThat(failureOf(() -> client().addMessage(id, "once")).status()).isZero();

    assertThat(direct().requestsSeen("GET", path)).isEqualTo(readsBefore + 2);
    assertThat(direct().requestsSeen("POST", path + "/message")).isEqualTo(1);
    assertThat(direct().messagesOf(id)).containsExactly("once");
  }

  @Test
  void messageReachesTheConversationAsItIs() {
    String id = world().running();

    client().addMessage(id, "Grüße \"quoted\"\n\\ end");

    assertThat(direct().messagesOf(id)).containsExactly("Grüße \"quoted\"\n\\ end");
  }

  @Test
  void messageToAStoppedConversationIsRefused() {
    String id = world().stopped();

    assertThat(failureOf(() -> client().addMessage(id, "Go on")).body())
        .endsWith("no_conversation:" + id + "\"}");
    assertThat(direct().messagesOf(id)).isEmpty();
  }

  @Test
  void dashedIdIsUnknownToV0() {
    String id = world().running();

    assertThat(client().getConversation(id.substring(0, 8) + "-" + id.substring(8))).isEmpty();
  }

  @Test
  void pageTokenOfAnOlderReleaseCrashesTheListAsItDid() {
    V0Exception refused =
        failureOf(
            () ->
                client().listConversations(ConversationListQuery.builder().pageId("MjA=").build()));

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body()).isEqualTo("Internal Server Error");
  }

  @Test
  void triggerThatV0DoesNotKnowIsRefusedByTheList() {
    V0Exception refused =
        failureOf(
            () ->
                client()
                    .listConversations(
                        ConversationListQuery.builder()
                            .conversationTrigger(ConversationTrigger.of("smoke_signal"))
                            .build()));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("\"loc\":[\"query\",\"conversation_trigger\"]");
  }

  @Test
  void titleThatIsTooLongIsToldWithTheServersList() {
    String id = world().running();

    assertThat(failureOf(() -> client().updateConversation(id, "u".repeat(201))).body())
        .isEqualTo(
            "{\"detail\":[{\"type\":\"string_too_long\",\"loc\":[\"body\",\"title\"],"
                + "\"msg\":\"String should have at most 200 characters\",\"input\":\""
                + "u".repeat(201)
                + "\",\"ctx\":{\"max_length\":200}}]}");
  }

  @Test
  void refusedIdsNeverReachTheServer() {
    for (String id : List.of("", ".", "..", "a/b", "a\\b", "a\nb", "a".repeat(101))) {
      failureOf(() -> client().getConversation(id));
    }

    assertThat(direct().requestsSeen()).isZero();
  }
}
