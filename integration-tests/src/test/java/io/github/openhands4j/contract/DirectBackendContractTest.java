package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** The direct backend on the V0 simulator, and what it does about states only that can be in. */
class DirectBackendContractTest extends DirectBackendContract {

  private static final CreateConversationRequest WITH_REPOSITORY =
      CreateConversationRequest.builder().repository(V0World.REPOSITORY).build();
  private static final CreateConversationRequest WITHOUT_PROMPT =
      CreateConversationRequest.builder()
          .suggestedTask(
              new SuggestedTask(
                  ProviderType.GITHUB, TaskType.OPEN_PR, V0World.REPOSITORY, 1, "a task"))
          .build();

  @Override
  protected DirectV0World newWorld() {
    return new DirectWorld();
  }

  private V0Server server() {
    return ((DirectWorld) world()).server();
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
  void crashOfTheServerInsideACreateLeavesTheOutcomeUnknown() {
    server().account(V0Account.WITHOUT_GIT_TOKENS);

    assertThatThrownBy(() -> client().createConversation(WITH_REPOSITORY))
        .isInstanceOf(V0StartOutcomeUnknownException.class);
    assertThat(world().startsSeen()).isEqualTo(1);
  }

  @Test
  void crashOfTheServerOnATaskWithoutAPromptIsToldAsV0ToldIt() {
    V0Exception refused = failureOf(() -> client().createConversation(WITHOUT_PROMPT));

    assertThat(refused).isExactlyInstanceOf(V0Exception.class);
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body()).isEqualTo("Internal Server Error");
    assertThat(world().startsSeen()).isEqualTo(1);
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
