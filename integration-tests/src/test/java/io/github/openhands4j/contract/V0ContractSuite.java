package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What an old application can rely on, whichever backend carries out its calls: here creates, keys
 * and ends, with reads and writes inherited. Extend it once for each backend. Where backends may
 * differ, the test says between what; what holds for one only is in the class that runs it.
 */
public abstract class V0ContractSuite extends V0WritingContract {

  private static final CreateConversationRequest REQUEST =
      CreateConversationRequest.builder().initialUserMsg("Fix the typo").build();

  @Test
  void createAnswersAtOnceWithTheIdOfTheConversation() {
    CreateConversationResponse created =
        client().createConversation(CreateConversationRequest.builder().build());

    assertThat(created.status()).isEqualTo("ok");
    assertThat(created.conversationId()).matches("[0-9a-f]{32}");
    assertThat(created.message()).isNull();
    assertThat(created.conversationStatus()).isEqualTo(ConversationStatus.STARTING);
    assertThat(get(created.conversationId()).conversationId()).isEqualTo(created.conversationId());
    world().settle();
    assertThat(world().idsOnServer()).containsExactly(created.conversationId());
    assertThat(world().startsSeen()).isEqualTo(1);
  }

  @Test
  void createKeepsWhatWasAskedFor() {
    String id =
        client()
            .createConversation(
                CreateConversationRequest.builder()
                    .repository(V0World.REPOSITORY)
                    .gitProvider(ProviderType.GITHUB)
                    .selectedBranch("main")
                    .initialUserMsg("Fix the typo")
                    .imageUrls(List.of("data:image/png;base64,AA=="))
                    .conversationInstructions("Be brief")
                    .build())
            .conversationId();
    world().settle();

    ConversationInfo info = get(id);
    assertThat(info.selectedRepository()).isEqualTo(V0World.REPOSITORY);
    assertThat(info.selectedBranch()).isEqualTo("main");
    assertThat(info.gitProvider()).isEqualTo(ProviderType.GITHUB);
    assertThat(info.trigger()).isEqualTo(world().trigger());
  }

  @Test
  void twoCreatesAreTwoConversations() {
    assertThat(world().created()).isNotEqualTo(world().created());
    assertThat(world().startsSeen()).isEqualTo(2);
  }

  /** V0 refused it at once; a backend that cannot know yet has to show it in the status. */
  @Test
  void createWithARepositoryOutOfReachIsRefusedOrEndsInError() {
    CreateConversationRequest request =
        CreateConversationRequest.builder().repository(world().deniedRepository()).build();
    try {
      String id = client().createConversation(request).conversationId();
      world().settle();
      assertThat(get(id).status()).isEqualTo(ConversationStatus.ERROR);
    } catch (V0Exception refused) {
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.body())
          .isEqualTo("\"Unable to access repo " + world().deniedRepository() + "\"");
    }
    assertThat(world().startsSeen()).isEqualTo(1);
  }

  @Test
  void createWithAProviderThatDoesNotExistIsRefusedAsInvalid() {
    V0Exception refused =
        failureOf(
            () ->
                client()
                    .createConversation(
                        CreateConversationRequest.builder()
                            .repository(V0World.REPOSITORY)
                            .gitProvider(ProviderType.of("sourceforge"))
                            .build()));

    assertThat(refused).isExactlyInstanceOf(V0Exception.class);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).startsWith("{\"detail\":[").contains("git_provider");
    assertThat(world().idsOnServer()).isEmpty();
  }

  @Test
  void createWhoseAnswerIsLostIsSentOnceAndNeverLooksLikeAPlainFailure() {
    world().loseAnswerOfNextCreate();

    Throwable failure = catchThrowable(() -> assertCreatedOnServer(REQUEST));
    world().settle();

    assertThat(world().startsSeen()).isEqualTo(1);
    assertThat(world().idsOnServer()).hasSize(1);
    if (failure != null) {
      assertThat(world().idsOnServer())
          .containsAll(assertUnknownOutcome(failure).conversationId().stream().toList());
    }
  }

  @Test
  void createTurnedAwayByAGatewayIsSentOnceAndNeverLooksLikeAPlainFailure() {
    world().turnAwayNextCreate();

    Throwable failure = catchThrowable(() -> assertCreatedOnServer(REQUEST));

    assertThat(world().startsSeen()).isEqualTo(1);
    if (failure != null) {
      assertThat(assertUnknownOutcome(failure)).hasMessageContaining("503");
    }
  }

  private void assertCreatedOnServer(CreateConversationRequest request) {
    String id = client().createConversation(request).conversationId();
    world().settle();
    assertThat(world().idsOnServer()).containsExactly(id);
  }

  private static V0StartOutcomeUnknownException assertUnknownOutcome(Throwable failure) {
    assertThat(failure).isInstanceOf(V0StartOutcomeUnknownException.class);
    V0StartOutcomeUnknownException unknown = (V0StartOutcomeUnknownException) failure;
    assertThat(unknown.status()).isZero();
    assertThat(unknown.code()).isEqualTo(ErrorCode.V0_START_OUTCOME_UNKNOWN);
    assertThat(unknown).hasMessageContaining("Do not repeat it");
    return unknown;
  }

  @Test
  void wrongKeyAndNoKeyAreRefusedByEveryCallAndStartNothing() {
    String id = world().running();
    int startsBefore = world().idsOnServer().size();

    for (OpenHandsV0Client stranger :
        List.of(world().clients().withWrongKey(), world().clients().withoutKey())) {
      List<ThrowingCallable> calls =
          List.of(
              () -> stranger.createConversation(REQUEST),
              () -> stranger.getConversation(id),
              () -> stranger.listConversations(ConversationListQuery.firstPage()),
              () -> stranger.updateConversation(id, "t"),
              () -> stranger.deleteConversation(id),
              () -> stranger.startConversation(id, List.of()),
              () -> stranger.stopConversation(id),
              () -> stranger.addMessage(id, "m"));
      assertThat(calls)
          .allSatisfy(
              call -> {
                V0Exception refused = failureOf(call);
                assertThat(refused).isExactlyInstanceOf(V0Exception.class);
                assertThat(refused.status()).isEqualTo(401);
              });
    }
    assertThat(world().idsOnServer()).hasSize(startsBefore);
  }

  @Test
  void noKeyIsToldInV0sWords() {
    assertThat(
            failureOf(() -> world().clients().withoutKey().getConversation(world().unknownId()))
                .body())
        .isEqualTo(world().noKeyBody());
  }

  @Test
  void closedClientFailsWithTheSameKindOfException() {
    client().close();
    client().close();

    V0Exception failure = failureOf(() -> client().getConversation(world().unknownId()));

    assertThat(failure.status()).isZero();
    assertThat(failure.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
  }

  @Test
  void backendTellsItsName() {
    assertThat(client().backendInfo().name()).isNotBlank();
    assertThat(client().backendInfo().version()).isNotBlank();
    assertThat(client().backendInfo().location()).isNotBlank();
  }
}
