package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.simulator.v0.V0Account;
import io.github.openhands4j.simulator.v0.V0Reply;
import io.github.openhands4j.simulator.v0.V0Server;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0GoneException;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The direct backend on a V0 server, and what V0 itself did that no other backend has to do. */
class DirectBackendContractTest extends V0ContractSuite {

  private static final CreateConversationRequest WITH_REPOSITORY =
      CreateConversationRequest.builder().repository(V0World.REPOSITORY).build();

  @Override
  V0World newWorld() {
    return new DirectWorld();
  }

  private V0Server server() {
    return ((DirectWorld) world()).server();
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
  void createWithoutSettingsIsRefusedAndLeavesAStoppedConversationAsV0Did() {
    server().account(V0Account.WITHOUT_SETTINGS);

    V0Exception refused = failureOf(world()::created);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .isEqualTo(
            "{\"status\":\"error\",\"message\":\"Settings not found\","
                + "\"msg_id\":\"CONFIGURATION$SETTINGS_NOT_FOUND\"}");
    assertThat(client().listConversations(ConversationListQuery.firstPage()).results())
        .singleElement()
        .satisfies(row -> assertThat(row.status()).isEqualTo(ConversationStatus.STOPPED));
  }

  @Test
  void crashOfTheServerInsideACreateIsToldAsV0ToldIt() {
    server().account(V0Account.WITHOUT_GIT_TOKENS);

    V0Exception refused = failureOf(() -> client().createConversation(WITH_REPOSITORY));

    assertThat(refused).isExactlyInstanceOf(V0Exception.class);
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body()).isEqualTo("Internal Server Error");
    assertThat(world().startsSeen()).isEqualTo(1);
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
  void maintenancePageInThePlaceOfTheAnswerLeavesTheOutcomeUnknown() {
    server()
        .replaceNextAnswer(
            "POST", "/api/conversations", V0Reply.page(500, "<title>System Maintenance</title>"));

    assertThatThrownBy(world()::created).isInstanceOf(V0StartOutcomeUnknownException.class);
    assertThat(world().startsSeen()).isEqualTo(1);
    assertThat(world().idsOnServer()).hasSize(1);
  }

  @Test
  void createTurnedAwayByTheRateLimitIsSentAgain() {
    server().answerNext("POST", "/api/conversations", V0Reply.tooManyRequests());

    assertThat(world().idsOnServer()).doesNotContain(world().created());
    assertThat(world().startsSeen()).isEqualTo(2);
    assertThat(world().idsOnServer()).hasSize(1);
  }

  @Test
  void readIsRepeatedWhenItsAnswerIsLostAndAMessageIsNot() {
    String id = world().running();
    String path = "/api/conversations/" + id;
    int readsBefore = server().journal().count("GET", path);
    server().dropNextAnswer("GET", path);
    server().dropNextAnswer("POST", path + "/message");

    assertThat(client().getConversation(id)).isPresent();
    assertThat(failureOf(() -> client().addMessage(id, "once")).status()).isZero();

    assertThat(server().journal().count("GET", path)).isEqualTo(readsBefore + 2);
    assertThat(server().journal().count("POST", path + "/message")).isEqualTo(1);
    assertThat(server().messagesOf(id)).containsExactly("once");
  }

  @Test
  void messageReachesTheConversationAsItIs() {
    String id = world().running();

    client().addMessage(id, "Grüße \"quoted\"\n\\ end");

    assertThat(server().messagesOf(id)).containsExactly("Grüße \"quoted\"\n\\ end");
  }

  @Test
  void messageToAStoppedConversationIsRefused() {
    String id = world().stopped();

    assertThat(failureOf(() -> client().addMessage(id, "Go on")).body())
        .endsWith("no_conversation:" + id + "\"}");
    assertThat(server().messagesOf(id)).isEmpty();
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

    assertThat(server().journal().requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void serverThatLostV0IsToldWhateverTheFirstCallIs(boolean webApp) {
    server().removeV0(webApp);

    List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls =
        List.of(
            world()::created,
            () -> client().getConversation(world().unknownId()),
            () -> client().listConversations(ConversationListQuery.firstPage()),
            () -> client().deleteConversation(world().unknownId()));

    assertThat(calls)
        .allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(V0GoneException.class));
    assertThat(world().startsSeen()).isEqualTo(1);
  }
}
