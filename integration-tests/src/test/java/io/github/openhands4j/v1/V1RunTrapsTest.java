package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.BadRequestException;
import io.github.openhands4j.core.ConflictException;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.model.v1.event.ActionEvent;
import io.github.openhands4j.model.v1.event.AgentErrorEvent;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.TerminalAction;
import io.github.openhands4j.simulator.AgentServerAge;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.simulator.SimulatedWorkspace;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.testing.ShiftedTime;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an implementer falls into: starts, sandboxes, runs, events, and the agent server. */
@Timeout(120)
class V1RunTrapsTest {

  private static final String STORED = "/api/v1/conversation/[^/]+/events/search";

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client();
  private final OpenHandsClient hasty = world.client(new ManualTime());

  @AfterEach
  void close() {
    world.close();
  }

  private Conversation running() {
    return hasty.conversation(world.running(hasty)).orElseThrow();
  }

  private SimulatedConversation inside(Conversation conversation) {
    return world.conversation(conversation.id());
  }

  private void polls(long more) throws InterruptedException {
    long wanted = world.server.journal().count("GET", V1World.CONVERSATIONS) + more;
    assertThat(world.server.journal().await("GET", V1World.CONVERSATIONS, wanted, V1World.LONG))
        .isTrue();
  }

  @Test
  void trap10ReadyIsNoProofOfACloneWhichTheAgentServerShows() {
    String repository = SimulatedWorkspace.ROOT + "/app";
    Start start =
        hasty
            .conversations()
            .start(StartRequest.builder().message("hi").repository("owner/app").build());
    world.settle();
    Conversation conversation = hasty.conversation(start.awaitReady(V1World.LONG)).orElseThrow();
    AgentServer agent = conversation.agent();

    // The clone failed, as nobody says: the start is READY, and Git shows no difference.
    assertThat(hasty.startTasks().get(start.startTask().orElseThrow().id()).orElseThrow().status())
        .isEqualTo(AppConversationStartTaskStatus.READY);
    assertThat(agent.gitChanges(repository, null)).isEmpty();
    assertThat(agent.run("cat README.md", repository, Duration.ofSeconds(9)).exitCode())
        .isNotZero();

    inside(conversation).sandbox().orElseThrow().workspace().put(repository + "/README.md", "here");
    assertThat(agent.run("cat README.md", repository, Duration.ofSeconds(9)))
        .satisfies(
            proof -> {
              assertThat(proof.exitCode()).isZero();
              assertThat(proof.stdout()).isEqualTo("here");
            });
  }

  @Test
  void trap11ErrorWithAConversationIsAConversation() {
    world.server.nextStart(
        io.github.openhands4j.simulator.Outcome.finished().errorAfterReady("late trouble"));
    Start start = client.conversations().start(V1World.request());
    world.settle();

    ConversationId id = start.awaitReady(V1World.LONG);

    assertThat(client.conversation(id)).isPresent();
    assertThat(start.awaitFinished(V1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
  }

  @Test
  void trap12StartThatHangsEndsAtTheWaitsLimitAndIsLookedAtThen() {
    world.server.nextStart(io.github.openhands4j.simulator.Outcome.neverReady());
    Start start = client.conversations().start(V1World.request());
    world.settle();

    assertThatThrownBy(() -> start.awaitReady(Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            WaitTimeoutException.class,
            e -> {
              assertThat(e.handle()).isEqualTo(start.handle());
              assertThat(e.lastState()).isNotEmpty();
            });

    // What there is of it: the task says where it stands, its sandbox runs, and no conversation.
    AppConversationStartTask task =
        client.startTasks().get(start.startTask().orElseThrow().id()).orElseThrow();
    assertThat(task.status()).isNotEqualTo(AppConversationStartTaskStatus.READY);
    assertThat(client.sandboxes().get(Objects.requireNonNull(task.sandboxId()))).isPresent();
    assertThat(client.conversation(start.handle().conversationId())).isEmpty();
    assertThat(client.conversations().resolve(start.handle()).startTask().orElseThrow().id())
        .isEqualTo(task.id());
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void trap12HangingStartIsShownAsStalledLongBeforeTheLimit() throws Exception {
    world.server.nextStart(io.github.openhands4j.simulator.Outcome.neverReady());
    ShiftedTime time = new ShiftedTime();
    Start start = world.client(time, options -> options).conversations().start(V1World.request());
    CompletableFuture<Progress> stalled = new CompletableFuture<>();
    CompletableFuture<Conversation> wait =
        start
            .awaitFinishedAsync(
                WaitOptions.within(Duration.ofHours(1))
                    .onProgress(
                        progress -> {
                          if (progress.stalled()) {
                            stalled.complete(progress);
                          }
                        }))
            .toCompletableFuture();
    assertThat(world.server.journal().await("GET", V1World.TASKS, 2, V1World.LONG)).isTrue();
    time.pass(Duration.ofSeconds(151));

    assertThat(stalled.get(20, TimeUnit.SECONDS).startStatus()).isNotNull();
    assertThat(wait).isNotDone();
    wait.cancel(false);
  }

  @Test
  void trap14StartWhoseAnswerIsLostIsLookedForAndNotRepeated() {
    world.server.disturbNextStart(Disturbance.taken().dropConnection());

    assertThat(hasty.conversations().start(V1World.request()).recovered()).isTrue();
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void trap15MissingAndNotFoundMayPass() {
    Conversation conversation = running();
    inside(conversation).sandbox().orElseThrow().loseFor(2);
    assertThat(conversation.resume().state().sandboxStatus()).hasToString("RUNNING");

    conversation.pause();
    world.server.disturbNext(
        "POST", "/api/v1/sandboxes/.+/resume", Disturbance.notTaken().answer(404));
    assertThat(conversation.resume().state().sandboxStatus()).hasToString("RUNNING");
  }

  @Test
  void trap16PausedByAnotherStartIsToldToTheWaitWhichGoesOn() throws Exception {
    Conversation first = client.conversation(world.running(client)).orElseThrow();
    CompletableFuture<Progress> told = new CompletableFuture<>();
    CompletableFuture<Conversation> wait =
        first
            .awaitFinishedAsync(WaitOptions.within(V1World.LONG).onPaused(told::complete))
            .toCompletableFuture();
    for (int others = 1; others < 10; others++) {
      var unused = world.running(client);
    }
    inside(first).sandbox().orElseThrow().pause(); // as the server does before a tenth one

    // Nobody said so: the start succeeded, and what the wait sees is no failure and no end.
    assertThat(told.get(20, TimeUnit.SECONDS).sandboxStatus()).hasToString("PAUSED");
    polls(2);
    assertThat(wait).isNotDone();
    assertThat(first.refresh().outcome()).isEqualTo(Outcome.NOT_ENDED);
    inside(first).sandbox().orElseThrow().resume();
    inside(first).finish();
    assertThat(wait.get(20, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.FINISHED);
  }

  @Test
  void trap16StartsWithinALimitOfTheirOwnPauseNobody() throws Exception {
    try (OpenHandsClient limited = world.client(options -> options.maxRunning(2))) {
      Start first = limited.conversations().start(V1World.request());
      Start second = limited.conversations().start(V1World.request());
      world.settle();
      var unused = first.awaitReady(V1World.LONG);
      PendingStart third = limited.conversations().startAsync(V1World.request());
      long reads = world.server.journal().count("GET", "/api/v1/sandboxes/search");
      assertThat(
              world
                  .server
                  .journal()
                  .await("GET", "/api/v1/sandboxes/search", reads + 1, V1World.LONG))
          .isTrue();

      assertThat(world.server.journal().starts()).isEqualTo(2);
      world.conversation(second.conversationId().orElseThrow()).sandbox().orElseThrow().pause();
      assertThat(third.outcome().toCompletableFuture().get(20, TimeUnit.SECONDS)).isNotNull();
      assertThat(world.server.journal().starts()).isEqualTo(3);
    }
  }

  @Test
  void trap17KeyIsAnotherOneAfterAResumptionAndIsNeverShown() {
    Conversation conversation = running();
    AgentServer before = conversation.agent();
    String oldKey = inside(conversation).sandbox().orElseThrow().sessionKey();
    conversation.pause();
    Conversation back = conversation.resume();
    AgentServer after = back.agent();
    String newKey = inside(conversation).sandbox().orElseThrow().sessionKey();

    assertThat(after.tools()).isNotEmpty();
    assertThat(before).isNotSameAs(after);
    assertThatThrownBy(before::tools)
        .isInstanceOf(UnauthorizedException.class)
        .satisfies(e -> assertThat(e.toString()).doesNotContain(oldKey));
    SandboxInfo sandbox =
        hasty.sandboxes().get(Objects.requireNonNull(back.state().sandboxId())).orElseThrow();
    assertThat(Objects.requireNonNull(sandbox.sessionApiKey()).reveal()).isEqualTo(newKey);
    assertThat(sandbox.exposedUrls())
        .anyMatch(exposed -> String.valueOf(exposed.url().reveal()).contains(newKey));
    assertThat(back + " " + back.state() + " " + after + " " + after.api() + " " + sandbox)
        .contains(sandbox.id())
        .doesNotContain(newKey)
        .doesNotContain(oldKey);
    assertThat(sandbox.exposedUrls() + " " + hasty.sandboxes().list().pages().iterator().next())
        .doesNotContain(newKey)
        .doesNotContain(oldKey);
    assertThat(after.vscodeUrl(URI.create("https://code.example")).orElseThrow())
        .satisfies(
            address -> {
              assertThat(address.toString()).doesNotContain(newKey);
              assertThat(address.reveal()).contains(newKey);
            });
  }

  @Test
  void trap18UnknownIsNotTheEndAndAnOldEndIsNotThisOne() throws Exception {
    Conversation conversation = client.conversation(world.running(client)).orElseThrow();
    inside(conversation).setStatus(null);
    CompletableFuture<Conversation> wait =
        conversation.awaitFinishedAsync(WaitOptions.within(V1World.LONG)).toCompletableFuture();
    polls(2);
    assertThat(wait).isNotDone();
    assertThat(conversation.refresh().outcome()).isEqualTo(Outcome.NOT_ENDED);

    conversation.send("Go on");
    inside(conversation).setStatus("finished");
    polls(2);
    assertThat(wait).isNotDone();
    inside(conversation).setStatus("running");
    polls(2);
    inside(conversation).setStatus("finished");
    assertThat(wait.get().outcome()).isEqualTo(Outcome.FINISHED);
  }

  @Test
  void trap18ErrorAfterAPauseIsAnInterruptionAndAMessageGoesOn() throws Exception {
    Conversation conversation = client.conversation(world.running(client)).orElseThrow();
    CompletableFuture<Conversation> wait =
        conversation
            .awaitFinishedAsync(WaitOptions.within(V1World.LONG).resumePaused())
            .toCompletableFuture();
    polls(1);
    inside(conversation).sandbox().orElseThrow().pause(); // while its agent works

    Conversation interrupted = wait.get(20, TimeUnit.SECONDS);
    assertThat(world.server.journal().count("POST", "/api/v1/sandboxes/.+/resume")).isEqualTo(1);
    assertThat(interrupted.state().executionStatus()).hasToString("error");
    assertThat(interrupted.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(interrupted.refresh().outcome()).as("one reading").isEqualTo(Outcome.FAILED);

    interrupted.send("Go on");
    CompletableFuture<Conversation> next =
        interrupted.awaitFinishedAsync(WaitOptions.within(V1World.LONG)).toCompletableFuture();
    inside(conversation).setStatus("running");
    polls(2);
    inside(conversation).finish();
    assertThat(next.get(20, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(inside(conversation).messages()).containsOnlyOnce("Go on");
  }

  @Test
  void trap19PausedStaysPausedUntilItIsResumed() {
    Conversation conversation = running();
    conversation.pause();

    assertThatThrownBy(() -> conversation.send("hello")).isInstanceOf(ConflictException.class);
    assertThat(conversation.refresh().state().sandboxStatus()).hasToString("PAUSED");
    conversation.resume().send("hello");
    assertThat(inside(conversation).messages()).containsOnlyOnce("hello");
  }

  @Test
  void trap20EventsAreThoseOfBothServersEachOnce() {
    try (V1World late =
        new V1World(server -> server.eventDelivery(1_000, Duration.ofSeconds(30)))) {
      OpenHandsClient there = late.client(new ManualTime());
      Conversation conversation = there.conversation(late.running(there)).orElseThrow();
      var events = late.server.events(conversation.id().hex());
      events.deliver();
      String gap = events.addToAgentServerOnly("{\"kind\":\"PauseEvent\"}");
      String snapshot =
          events.addToAppServerOnly(
              "{\"kind\":\"ConversationStateUpdateEvent\",\"key\":\"full_state\",\"value\":{}}");
      String delta =
          events.addToAppServerOnly("{\"kind\":\"StreamingDeltaEvent\",\"content\":\"wo\"}");
      String onTheWay = events.add("{\"kind\":\"PauseEvent\"}");
      assertThat(events.atAppServer()).contains(snapshot).doesNotContain(gap, onTheWay);
      assertThat(events.atAgentServer()).contains(gap, onTheWay).doesNotContain(snapshot, delta);

      // Prompt as the agent server, and with what only the app server has, each once.
      List<String> now = ids(conversation);
      assertThat(now)
          .contains(gap, snapshot, onTheWay)
          .containsSubsequence(events.atAgentServer())
          .doesNotHaveDuplicates();

      // The agent server's go with the sandbox; what was delivered by then stays.
      events.deliver();
      conversation.pause();
      assertThat(ids(conversation))
          .contains(snapshot, onTheWay)
          .doesNotContain(gap)
          .doesNotHaveDuplicates();
    }
  }

  private static List<String> ids(Conversation conversation) {
    return conversation.events().all().map(Event::id).toList();
  }

  @Test
  void trap21TimesWithoutAZoneAreUtcAndNoPlusIsSent() {
    Event event =
        Event.fromJson(Map.of("kind", "PauseEvent", "timestamp", "2026-08-20T09:20:00.7"));
    assertThat(event.time()).contains(Instant.parse("2026-08-20T09:20:00.700Z"));
    Event later =
        Event.fromJson(Map.of("kind", "PauseEvent", "timestamp", "2026-08-20T11:20:00+02:00"));
    assertThat(later.time()).contains(Instant.parse("2026-08-20T09:20:00Z"));

    Conversation conversation = running();
    assertThat(conversation.events().after(later)).isNotEmpty();
    assertThat(world.server.journal().requests())
        .filteredOn(request -> request.path().matches(STORED))
        .isNotEmpty()
        .allSatisfy(
            request -> {
              assertThat(request.query()).doesNotContain("+");
              assertThat(URLDecoder.decode(request.query(), StandardCharsets.UTF_8).split("&", -1))
                  .contains("timestamp__gte=2026-08-20T09:19:50Z"); // ten seconds before, in UTC
            });
  }

  @Test
  void trap22ShortPagesAreNotTheLastAndDriftDoublesNothing() {
    Conversation conversation = running();
    conversation.pause();
    page("1", "\"7\"");
    page("", "\"8\"");
    page("1,2", "\"9\"");
    page("3", "null");

    assertThat(conversation.events().newestFirst().map(Event::id)).containsExactly("1", "2", "3");
    assertThat(world.server.journal().count("GET", STORED)).isEqualTo(4);
  }

  private void page(String ids, String next) {
    List<String> rows = new ArrayList<>();
    for (String id : ids.isEmpty() ? new String[0] : ids.split(",", -1)) {
      rows.add("{\"kind\":\"PauseEvent\",\"id\":\"" + id + "\"}");
    }
    world.server.disturbNext(
        "GET",
        STORED,
        Disturbance.notTaken()
            .answer(
                200,
                "application/json",
                "{\"items\":[" + String.join(",", rows) + "],\"next_page_id\":" + next + "}"));
  }

  @Test
  void trap23KindsAreFilteredByAnotherWordOnEachServerAndNotAskedOfTheAgents() {
    Conversation conversation = running();
    Map<String, Object> simple = Map.of("kind", "MessageEvent");
    Map<String, Object> path =
        Map.of("kind", "openhands.sdk.event.llm_convertible.message.MessageEvent");
    Map<String, Object> stored = Map.of("kind__eq", "MessageEvent");
    var agent = conversation.agent().api().conversations();
    ConversationId id = conversation.id();

    assertThat(agent.countEvents(id, simple, null)).isZero();
    assertThat(agent.countEvents(id, path, null)).isPositive();
    assertThat(agent.searchEvents(id, path, null).items())
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event).containsEntry("kind", "MessageEvent"));
    assertThat(hasty.api().events().count(id, stored, null)).isPositive();
    assertThatThrownBy(
            () -> hasty.api().events().count(id, Map.of("kind__eq", path.get("kind")), null))
        .isInstanceOf(ApiException.class);

    // The client itself asks no agent server for kinds: they are told apart here.
    long before = world.server.agentServer().journal().requests().size();
    var unused = conversation.finalResponse();
    assertThat(conversation.events().all()).isNotEmpty();
    assertThat(conversation.agent().conversation(id).events()).isNotEmpty();
    assertThat(world.server.agentServer().journal().requests().stream().skip(before))
        .isNotEmpty()
        .allSatisfy(request -> assertThat(request.query()).doesNotContain("kind"));
  }

  @Test
  void trap24OddErrorsOfTheAgentServerAreErrorsOfOurs() {
    Conversation conversation = running();
    AgentServer agent = conversation.agent();

    assertThatThrownBy(() -> agent.conversation(ConversationId.random()).pause())
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(
            () -> agent.api().conversations().getEvent(conversation.id(), "nosuch", null))
        .isInstanceOfSatisfying(
            ServerErrorException.class,
            blank -> {
              // A miss, and its detail says nothing; what else the body has is not shown unasked.
              assertThat(blank.status()).isEqualTo(500);
              assertThat(blank.serverMessage()).contains("Internal Server Error");
              assertThat(blank.toString()).contains("-> 500").doesNotContain("nosuch");
              assertThat(blank.body()).contains("nosuch");
            });
    world.server.agentServer().disableEditor();
    assertThat(agent.vscodeUrl(URI.create("https://code.example"))).isEmpty();
  }

  @Test
  void trap33ErrorsNameACallOnlyActionsMayBeMissingAndShareAnAnswer() {
    Conversation conversation = running();
    var events = world.server.events(conversation.id().hex());
    events.add(action("c1", "null", "first thought"));
    events.add(action("c2", "{\"kind\":\"TerminalAction\",\"command\":\"ls\"}", ""));
    events.add(
        "{\"kind\":\"AgentErrorEvent\",\"source\":\"agent\",\"tool_name\":\"tool\","
            + "\"tool_call_id\":\"c1\",\"error\":\"no such tool\"}");

    List<ActionEvent> actions = all(conversation, ActionEvent.class);
    AgentErrorEvent error = all(conversation, AgentErrorEvent.class).get(0);

    assertThat(actions).extracting(ActionEvent::toolCallId).containsExactly("c1", "c2");
    assertThat(actions).extracting(ActionEvent::llmResponseId).containsExactly("r1", "r1");
    assertThat(actions.get(0).action()).as("was not carried out").isNull();
    assertThat(actions.get(1).action()).isInstanceOf(TerminalAction.class);
    assertThat(actions.get(1).thought()).as("stands with the first only").isEmpty();
    assertThat(actions.stream().filter(it -> it.toolCallId().equals(error.toolCallId())))
        .containsExactly(actions.get(0));
    assertThat(error.raw()).doesNotContainKey("action_id");
    assertThat(Arrays.stream(AgentErrorEvent.class.getMethods()).map(Method::getName))
        .doesNotContain("actionId");
    assertThat(error.error()).isEqualTo("no such tool");
  }

  private static String action(String call, String action, String thought) {
    String said = thought.isEmpty() ? "" : "{\"type\":\"text\",\"text\":\"" + thought + "\"}";
    return "{\"kind\":\"ActionEvent\",\"source\":\"agent\",\"tool_name\":\"tool\","
        + "\"tool_call_id\":\""
        + call
        + "\",\"llm_response_id\":\"r1\",\"thought\":["
        + said
        + "],\"action\":"
        + action
        + "}";
  }

  private static <T> List<T> all(Conversation conversation, Class<T> kind) {
    return conversation.events().all().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void trap34CostIsTheSumOfAllUsesAndNotTheRecordThatLags() {
    Conversation conversation = running();
    inside(conversation)
        .usage(
            "{\"agent\":{\"accumulated_cost\":0.25},\"condenser\":{\"accumulated_cost\":0.5},"
                + "\"profile:x\":{\"accumulated_cost\":1}}");
    Double record =
        Objects.requireNonNull(conversation.refresh().state().metrics()).accumulatedCost();
    assertThat(record).isLessThan(0.25);

    assertThat(conversation.cost().dollars()).isEqualTo(1.75);
    assertThat(conversation.cost().dollarsByUse())
        .containsOnly(
            Map.entry("agent", 0.25), Map.entry("condenser", 0.5), Map.entry("profile:x", 1.0));

    // Without the agent server the newest statistics among the events count, not the record.
    world
        .server
        .events(conversation.id().hex())
        .addToAppServerOnly(
            "{\"kind\":\"ConversationStateUpdateEvent\",\"key\":\"stats\",\"value\":"
                + "{\"usage_to_metrics\":{\"agent\":{\"accumulated_cost\":0.5},"
                + "\"condenser\":{\"accumulated_cost\":2}}}}");
    conversation.pause();
    assertThat(conversation.cost().dollars()).isEqualTo(2.5);
  }

  @Test
  void trap40EachAgentServerIsAskedInItsOwnForm() throws Exception {
    try (V1World old = new V1World(server -> server.agentServerAge(AgentServerAge.PATH_STYLE))) {
      OpenHandsClient there = old.client(new ManualTime());
      AppConversation older = there.conversations().get(old.running(there)).orElseThrow();
      AppConversation newer = running().state();

      // One client, a sandbox that was resumed with its old server, and a new one, in turns.
      for (int turn = 0; turn < 2; turn++) {
        for (AppConversation each : List.of(older, newer)) {
          AgentServer agent = hasty.agentServer(each);
          agent.upload("/workspace/b.txt", new byte[] {1, 2});
          try (var answer = agent.download("/workspace/b.txt")) {
            assertThat(answer.body().readAllBytes()).containsExactly(1, 2);
          }
          assertThat(agent.gitChanges(SimulatedWorkspace.ROOT, null)).isEmpty();
          agent.conversation(each.id()).interrupt();
        }
      }
      old.server
          .events(older.id().hex())
          .add(
              "{\"kind\":\"ActionEvent\",\"source\":\"agent\",\"tool_name\":\"finish\","
                  + "\"tool_call_id\":\"c\",\"action\":{\"kind\":\"FinishAction\","
                  + "\"message\":\"Done.\"}}");
      assertThat(hasty.agentServer(older).conversation(older.id()).finalResponse())
          .contains("Done.");

      var oldRequests = old.server.agentServer().journal();
      var newRequests = world.server.agentServer().journal();
      assertThat(oldRequests.count("POST", ".*/api/file/upload//workspace/b.txt")).isEqualTo(2);
      assertThat(oldRequests.count("POST", ".*/pause")).isEqualTo(2);
      assertThat(newRequests.count("POST", ".*/api/file/upload")).isEqualTo(2);
      assertThat(newRequests.count("POST", ".*/api/file/upload/.+")).isZero();
      assertThat(newRequests.count("POST", ".*/interrupt")).isEqualTo(2);
      assertThat(newRequests.count("POST", ".*/pause")).isZero();
    }
  }
}
