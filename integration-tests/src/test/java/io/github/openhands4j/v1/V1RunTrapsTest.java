package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.BadRequestException;
import io.github.openhands4j.core.ConflictException;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.ActionEvent;
import io.github.openhands4j.model.v1.event.AgentErrorEvent;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.simulator.AgentServerAge;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.simulator.SimulatedWorkspace;
import io.github.openhands4j.testing.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
  void trap10ReadyIsNoProofOfAWorkspaceWhichTheAgentServerShows() {
    Conversation conversation = running();

    assertThat(conversation.agent().gitChanges(SimulatedWorkspace.ROOT, null)).isEmpty();
    inside(conversation).sandbox().orElseThrow().workspace().put("/workspace/project/a", "here");
    assertThat(conversation.agent().run("cat a", SimulatedWorkspace.ROOT, Duration.ofSeconds(9)))
        .extracting(CommandResult::stdout)
        .isEqualTo("here");
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
  void trap12StartThatHangsEndsAtTheWaitsLimitAndIsNotLost() {
    world.server.nextStart(io.github.openhands4j.simulator.Outcome.neverReady());
    Start start = client.conversations().start(V1World.request());

    assertThatThrownBy(() -> start.awaitReady(Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            WaitTimeoutException.class, e -> assertThat(e.handle()).isEqualTo(start.handle()));
    assertThat(world.server.journal().starts()).isEqualTo(1);
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
  void trap16PausedByAnotherStartIsToldToTheWait() throws Exception {
    Conversation conversation = client.conversation(world.running(client)).orElseThrow();
    CompletableFuture<Progress> told = new CompletableFuture<>();
    CompletableFuture<Conversation> wait =
        conversation
            .awaitFinishedAsync(WaitOptions.within(V1World.LONG).onPaused(told::complete))
            .toCompletableFuture();
    inside(conversation).sandbox().orElseThrow().pause();

    assertThat(told.get().sandboxStatus()).hasToString("PAUSED");
    assertThat(wait).isNotDone();
    wait.cancel(false);
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
    assertThat(back + " " + back.state() + " " + after + " " + after.api())
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
    Conversation conversation = running();
    var events = world.server.events(conversation.id().hex());
    String lost = events.addToAgentServerOnly("{\"kind\":\"PauseEvent\"}");
    String snapshot = events.addToAppServerOnly("{\"kind\":\"PauseEvent\"}");

    List<String> all = conversation.events().all().map(Event::id).toList();

    assertThat(all).contains(lost, snapshot).doesNotHaveDuplicates();
    assertThat(all).hasSize(events.atAgentServer().size() + 1);
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
        .allSatisfy(request -> assertThat(request.query()).doesNotContain("+"))
        .anySatisfy(request -> assertThat(request.query()).contains("timestamp__gte="));
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
  void trap23AgentServerIsNotAskedForKinds() {
    Conversation conversation = running();
    var unused = conversation.finalResponse();
    assertThat(conversation.events().all()).isNotEmpty();
    assertThat(conversation.agent().conversation(conversation.id()).events()).isNotEmpty();

    assertThat(world.server.agentServer().journal().requests())
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
        .isInstanceOf(ServerErrorException.class);
    world.server.agentServer().disableEditor();
    assertThat(agent.vscodeUrl(URI.create("https://code.example"))).isEmpty();
  }

  @Test
  void trap33ErrorsNameACallOnlyAndActionsMayBeMissing() {
    Conversation conversation = running();
    var events = world.server.events(conversation.id().hex());
    events.add(
        "{\"kind\":\"ActionEvent\",\"source\":\"agent\",\"tool_name\":\"nosuch\","
            + "\"tool_call_id\":\"c1\",\"llm_response_id\":\"r1\",\"action\":null}");
    events.add(
        "{\"kind\":\"AgentErrorEvent\",\"source\":\"agent\",\"tool_name\":\"nosuch\","
            + "\"tool_call_id\":\"c1\",\"error\":\"no such tool\"}");

    List<Event> all = conversation.events().all().toList();

    ActionEvent action = one(all, ActionEvent.class);
    AgentErrorEvent error = one(all, AgentErrorEvent.class);
    assertThat(action.action()).isNull();
    assertThat(action.llmResponseId()).isEqualTo("r1");
    assertThat(error.toolCallId()).isEqualTo(action.toolCallId());
    assertThat(error.error()).isEqualTo("no such tool");
  }

  private static <T> T one(List<Event> events, Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  @Test
  void trap34CostIsTheSumOfAllUses() {
    Conversation conversation = running();
    inside(conversation)
        .usage(
            "{\"agent\":{\"accumulated_cost\":0.25},\"condenser\":{\"accumulated_cost\":0.5},"
                + "\"profile:x\":{\"accumulated_cost\":1}}");

    assertThat(conversation.cost().dollars()).isEqualTo(1.75);
  }

  @Test
  void trap40OlderAgentServerDoesTheSameInItsOwnWay() {
    try (V1World old = new V1World(server -> server.agentServerAge(AgentServerAge.PATH_STYLE))) {
      OpenHandsClient there = old.client(new ManualTime());
      Conversation conversation = there.conversation(old.running(there)).orElseThrow();
      AgentServer agent = conversation.agent();
      var workspace = old.conversation(conversation.id()).sandbox().orElseThrow().workspace();
      workspace.makeRepository("/workspace/project/repo");
      workspace.put("/workspace/project/repo/a.txt", "new");

      agent.upload("/workspace/b.txt", new byte[] {1, 2});
      try (var answer = agent.download("/workspace/b.txt")) {
        assertThat(answer.body()).hasBinaryContent(new byte[] {1, 2});
      }
      assertThat(agent.gitChanges("/workspace/project/repo", null)).isNotNull();
      old.server
          .events(conversation.id().hex())
          .add(
              "{\"kind\":\"ActionEvent\",\"source\":\"agent\",\"tool_name\":\"finish\","
                  + "\"tool_call_id\":\"c\",\"action\":{\"kind\":\"FinishAction\","
                  + "\"message\":\"Done.\"}}");
      assertThat(conversation.finalResponse()).contains("Done.");
      agent.conversation(conversation.id()).interrupt();
      assertThat(old.server.agentServer().journal().count("POST", ".+/pause")).isEqualTo(1);
      assertThat(agent.version()).contains("1.11.4");
    }
  }
}
