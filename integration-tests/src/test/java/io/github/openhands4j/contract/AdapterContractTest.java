package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.FaultRow;
import io.github.openhands4j.faults.Row;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateMicroagent;
import io.github.openhands4j.model.v0.RuntimeStatus;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The adapter on the simulator, and what only a backend on V1 has to do. */
class AdapterContractTest extends V0ContractSuite {

  @Override
  protected V0World newWorld() {
    return new AdapterWorld(CompatOptions.builder().build());
  }

  final AdapterWorld adapter() {
    return (AdapterWorld) world();
  }

  final OpenHandsSimulator server() {
    return adapter().server();
  }

  @Test
  @Row(value = FaultRow.READY_WITHOUT_ID, columns = Column.V0)
  void createAnswersBeforeTheConversationExistsAndNeverWithTheTaskId() {
    String id = world().created();

    assertThat(server().startTasks())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(id).isNotEqualTo(task.id());
              assertThat(task.request().get("conversation_id").textValue().replace("-", ""))
                  .isEqualTo(id);
            });
    assertThat(server().conversations()).isEmpty();
  }

  @Test
  void lostAnswerIsASuccessWithTheRightId() {
    world().loseAnswerOfNextCreate();

    String id = world().created();
    world().settle();

    assertThat(world().idsOnServer()).containsExactly(id);
    assertThat(world().startsSeen()).isEqualTo(1);
  }

  @Test
  void startThatNeverArrivedEndsAsUnknownWithItsIdAfterHalfAMinuteOfLooking() {
    server().disturbNextStart(Disturbance.notTaken().dropConnection());
    Instant before = adapter().time().now();

    assertThatThrownBy(world()::created)
        .isInstanceOfSatisfying(
            V0StartOutcomeUnknownException.class,
            unknown -> assertThat(unknown.conversationId().orElseThrow()).matches("[0-9a-f]{32}"));

    assertThat(Duration.between(before, adapter().time().now()))
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(31));
    assertThat(world().startsSeen()).isEqualTo(1);
  }

  @Test
  void startThatArrivesWhileWeLookIsFound() {
    server().disturbNextStart(Disturbance.takenAfter(5).dropConnection());

    String id = world().created();

    assertThat(server().startTasks()).hasSize(1);
    world().settle();
    assertThat(world().idsOnServer()).containsExactly(id);
    assertThat(world().startsSeen()).isEqualTo(1);
  }

  @Test
  void anotherProcessFindsAConversationThatIsStillStarting() {
    String id = world().created();

    ConversationInfo starting = world().clients().withRightKey().getConversation(id).orElseThrow();
    world().settle();
    ConversationInfo up = world().clients().withRightKey().getConversation(id).orElseThrow();

    assertThat(starting.status()).isEqualTo(ConversationStatus.STARTING);
    assertThat(starting.createdAt()).isNotNull();
    assertThat(up.status()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(up.conversationVersion()).isEqualTo("V1");
  }

  @Test
  void dashedAndUpperCaseIdsFindTheConversation() {
    String id = world().running();
    String dashed = id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");

    assertThat(get(dashed).conversationId()).isEqualTo(id);
    assertThat(get(id.toUpperCase(Locale.ROOT)).conversationId()).isEqualTo(id);
  }

  @Test
  void unknownIdIsSearchedOnceInTenSeconds() {
    client().getConversation(world().unknownId());
    client().getConversation(world().unknownId());
    assertThat(searches()).isEqualTo(1);

    adapter().time().pass(Duration.ofSeconds(11));
    client().getConversation(world().unknownId());
    assertThat(searches()).isEqualTo(2);
  }

  private long searches() {
    return server().journal().count("GET", "/api/v1/app-conversations/start-tasks/search");
  }

  @Test
  void phasesOfAStartShowInTheRuntimeStatus() {
    String id = world().created();
    Set<String> shown = new LinkedHashSet<>();
    for (int phase = 0; phase < 9; phase++) {
      RuntimeStatus status = get(id).runtimeStatus();
      shown.add(status == null ? "-" : status.value());
      server().advance();
    }

    assertThat(shown)
        .containsExactly(
            "-",
            "STATUS$STARTING_RUNTIME",
            "STATUS$SETTING_UP_WORKSPACE",
            "STATUS$SETTING_UP_GIT_HOOKS",
            "STATUS$READY");
  }

  @Test
  @Row(value = FaultRow.START_ERROR, columns = Column.V0)
  void failedStartShowsAsErrorStaysSoAndCanBeDeleted() {
    server().nextStart(Outcome.startError("Sandbox failed to start within 120s: x"));
    String id = world().created();
    world().settle();

    assertThat(get(id).status()).isEqualTo(ConversationStatus.ERROR);
    assertThat(get(id).runtimeStatus()).isEqualTo(RuntimeStatus.ERROR);
    assertThat(world().clients().withRightKey().getConversation(id).orElseThrow().status())
        .isEqualTo(ConversationStatus.ERROR);
    assertThat(failureOf(() -> client().startConversation(id, List.of())).status()).isEqualTo(500);
    assertThat(client().deleteConversation(id)).isTrue();
    assertThat(client().getConversation(id)).isEmpty();
    assertThat(client().deleteConversation(id)).isFalse();
  }

  @Test
  @Row(value = FaultRow.STUCK, columns = Column.V0)
  void startThatNobodyWorksOnAnyMoreShowsAsError() {
    server().nextStart(Outcome.neverReady());
    String id = world().created();
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STARTING);

    adapter().time().pass(Duration.ofMinutes(26));

    assertThat(get(id).status()).isEqualTo(ConversationStatus.ERROR);
  }

  @Test
  void finishedRunShowsAsStoppedAndAFailedOneAsError() {
    assertThat(statusAfter(Outcome.finished())).isEqualTo("STOPPED STATUS$READY");
    assertThat(statusAfter(Outcome.error("LLMAuthenticationError", "key refused")))
        .isEqualTo("ERROR STATUS$ERROR");
    assertThat(statusAfter(Outcome.stuck())).isEqualTo("ERROR STATUS$ERROR");
    assertThat(statusAfter(Outcome.waitingForConfirmation())).isEqualTo("RUNNING STATUS$READY");
  }

  final String statusAfter(Outcome outcome) {
    server().nextStart(outcome);
    ConversationInfo info = get(world().running());
    return info.status() + " " + info.runtimeStatus();
  }

  @Test
  void sandboxThatIsMissingForAMomentKeepsTheLastStatusAndIsArchivedWhenItStays() {
    String id = world().running();
    get(id);
    conversation(id).sandbox().orElseThrow().lose();

    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    adapter().time().pass(Duration.ofSeconds(40));
    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    adapter().time().pass(Duration.ofSeconds(40));
    assertThat(get(id).status()).isEqualTo(ConversationStatus.ARCHIVED);
  }

  @Test
  void sandboxThatIsBrokenForAMomentKeepsTheLastStatusAndIsAnErrorWhenItStays() {
    String id = world().running();
    get(id);
    conversation(id).sandbox().orElseThrow().fail();

    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    adapter().time().pass(Duration.ofSeconds(40));
    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    adapter().time().pass(Duration.ofSeconds(40));
    assertThat(get(id).status()).isEqualTo(ConversationStatus.ERROR);
  }

  final SimulatedConversation conversation(String id) {
    return server().conversation(id);
  }

  @Test
  void agentThatWasNotHeardOfYetIsStartingAndLaterKeepsItsStatus() {
    server().nextStart(Outcome.runningForever().statusUnknownFor(100));
    String id = world().created();
    server().advance(8);

    assertThat(get(id).status()).isEqualTo(ConversationStatus.STARTING);
    assertThat(get(id).runtimeStatus()).isNull();
    adapter().time().pass(Duration.ofSeconds(61));
    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
  }

  @Test
  void followUpIsNotEndedByTheStatusOfTheRunBefore() {
    server().nextStart(Outcome.finished());
    String id = world().running();
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);

    client().addMessage(id, "And now the other one");

    assertThat(conversation(id).executionStatus()).contains("finished");
    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    adapter().time().pass(Duration.ofSeconds(61));
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
  }

  @Test
  void messageToAPausedConversationResumesItAndIsSentOnce() {
    String id = world().stopped();

    client().addMessage(id, "Go on");

    assertThat(conversation(id).messages()).endsWith("Go on");
    assertThat(server().journal().count("POST", "/api/v1/sandboxes/.*/resume")).isEqualTo(1);
    assertThat(server().journal().count("POST", ".*/send-message")).isEqualTo(1);
  }

  @Test
  void messageWhoseAnswerIsLostIsFoundAndNotSentAgain() {
    String id = world().running();
    server().disturbNext("POST", ".*/send-message", Disturbance.taken().dropConnection());

    client().addMessage(id, "Once");

    assertThat(conversation(id).messages()).containsOnlyOnce("Once");
    assertThat(server().journal().count("POST", ".*/send-message")).isEqualTo(1);
  }

  @Test
  void messageThatCannotBeFoundIsOfUnknownOutcomeAndNotSentAgain() {
    String id = world().running();
    server().disturbNext("POST", ".*/send-message", Disturbance.notTaken().dropConnection());

    V0Exception unknown = failureOf(() -> client().addMessage(id, "Once"));

    assertThat(unknown.status()).isZero();
    assertThat(unknown.code().id()).isEqualTo("OHJ-052");
    assertThat(server().journal().count("POST", ".*/send-message")).isEqualTo(1);
  }

  @Test
  void readsNeverResumeASandbox() {
    String id = world().stopped();

    get(id);
    client().listConversations(ConversationListQuery.firstPage());

    assertThat(server().journal().count("POST", ".*/resume")).isZero();
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
  }

  @Test
  void stopInASharedSandboxPausesNobodyElse() {
    String first = world().running();
    String sandbox = conversation(first).sandbox().orElseThrow().id();
    adapter().startIn(sandbox);
    world().settle();

    assertThat(client().stopConversation(first).conversationStatus())
        .isEqualTo(ConversationStatus.RUNNING);

    assertThat(get(first).status()).isEqualTo(ConversationStatus.STOPPED);
    assertThat(server().journal().count("POST", "/api/v1/sandboxes/.*/pause")).isZero();
  }

  @Test
  void listShowsWhatIsStillStartingFirst() {
    String up = world().running();
    String starting = world().created();

    assertThat(
            client().listConversations(ConversationListQuery.firstPage()).results().stream()
                .map(ConversationInfo::conversationId))
        .containsExactly(starting, up);
  }

  @Test
  void listShowsEveryStartThoughMoreStartThanAPageHolds() {
    List<String> expected = new ArrayList<>();
    expected.add(world().running());
    for (int i = 0; i < 5; i++) {
      expected.add(world().created());
    }
    Collections.reverse(expected);

    assertThat(walked(2, () -> {})).containsExactlyElementsOf(expected);
  }

  @Test
  void listLosesNoStartWhoseRowArrivesMeanwhile() {
    List<String> created = List.of(world().created(), world().created(), world().created());

    Set<String> seen = new LinkedHashSet<>(walked(1, () -> server().advance(20)));

    assertThat(seen).containsExactlyInAnyOrderElementsOf(created);
  }

  /** The ids of all pages; something happens after each. */
  private List<String> walked(int limit, Runnable meanwhile) {
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      var page =
          client()
              .listConversations(
                  ConversationListQuery.builder().limit(limit).pageId(token).build());
      assertThat(page.results()).hasSizeLessThanOrEqualTo(limit);
      page.results().forEach(row -> seen.add(row.conversationId()));
      token = page.nextPageId();
      meanwhile.run();
    } while (token != null && seen.size() < 100);
    return seen;
  }

  @Test
  @Row(value = FaultRow.PAGES_SHIFT, columns = Column.V0)
  void pageIsNewestFirstEvenIfTheNewestWasDatedAfterTheWalkBegan() {
    String older = world().running();
    adapter().time().pass(Duration.between(adapter().time().now(), Instant.now()));
    String newer = world().running();

    assertThat(client().listConversations(ConversationListQuery.firstPage()).results())
        .extracting(ConversationInfo::conversationId)
        .containsExactly(newer, older);
  }

  @Test
  void tokenOfTheListIsOpaqueAndV0Shaped() {
    world().running();
    world().running();

    String token =
        client().listConversations(ConversationListQuery.builder().limit(1).build()).nextPageId();

    assertThat(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8))
        .startsWith("{\"v0\": null, \"v1\": \"");
    assertThat(
            failureOf(
                    () ->
                        client()
                            .listConversations(
                                ConversationListQuery.builder().pageId("MjA=").build()))
                .body())
        .isEqualTo("{\"detail\":\"Invalid page_id\"}");
  }

  @Test
  void automaticTitleDoesNotReplaceOneThatWasSet() {
    String id = world().running();
    client().updateConversation(id, "Mine");
    conversation(id).giveAutomaticTitle("The server's idea");

    assertThat(get(id).title()).isEqualTo("Mine");
    assertThat(conversation(id).title()).contains("Mine");
  }

  @Test
  void whatV1DoesNotHaveIsRefusedAndNothingIsStarted() {
    List<CreateConversationRequest> requests =
        List.of(
            CreateConversationRequest.builder().replayJson("[]").build(),
            CreateConversationRequest.builder()
                .createMicroagent(CreateMicroagent.builder().repo("me/repo").build())
                .build(),
            CreateConversationRequest.builder()
                .mcpConfig(Map.of("sse_servers", List.of("https://mcp.invalid")))
                .build(),
            CreateConversationRequest.builder()
                .suggestedTask(
                    new SuggestedTask(ProviderType.GITHUB, TaskType.OPEN_PR, "me/repo", 1, "x"))
                .build());

    assertThat(requests)
        .allSatisfy(
            request -> {
              V0Exception refused = failureOf(() -> client().createConversation(request));
              assertThat(refused.status()).isEqualTo(501);
              assertThat(refused.body()).startsWith("{\"status\":\"error\",\"message\":\"");
            });
    assertThat(world().startsSeen()).isZero();
  }

  @Test
  @Row(value = FaultRow.START_ERROR, columns = Column.V0)
  void createThatWaitsTellsAFailedStartInV0sWords() {
    try (AdapterWorld waiting =
        AdapterWorld.inRealTime(
            CompatOptions.builder().createWait(Duration.ofSeconds(20)).build())) {
      waiting.server().nextStart(Outcome.missingGitCredentials().startPace(Pace.perRead(1)));

      V0Exception refused = failureOf(waiting::created);

      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.body()).startsWith("\"Git provider authentication issue");
      assertThat(refused).hasCauseInstanceOf(StartFailedException.class);
    }
  }

  @Test
  void renameOfAConversationThatDoesNotGetReadyChangesNothingAndSaysSo() {
    try (AdapterWorld stuck = AdapterWorld.inRealTime(CompatOptions.builder().build())) {
      String id = stuck.created();

      V0Exception late = failureOf(() -> stuck.client().updateConversation(id, "Too early"));

      assertThat(late.status()).isEqualTo(500);
      assertThat(late.body())
          .isEqualTo(
              "{\"status\":\"error\",\"message\":\"Failed to update conversation: the conversation is"
                  + " still starting, nothing done\",\"msg_id\":\"CONVERSATION$UPDATE_ERROR\"}");
      assertThat(stuck.server().journal().count("PATCH", ".*")).isZero();
    }
  }

  @Test
  void renameOfAConversationThatIsStartingWaitsForItAndIsDoneOnce() {
    try (AdapterWorld starting = AdapterWorld.inRealTime(CompatOptions.builder().build())) {
      starting.server().nextStart(Outcome.runningForever().startPace(Pace.stepsPerRead(9)));
      String id = starting.created();

      assertThat(starting.client().updateConversation(id, "In time")).isTrue();
      assertThat(starting.server().journal().count("PATCH", ".*")).isEqualTo(1);
    }
  }
}
