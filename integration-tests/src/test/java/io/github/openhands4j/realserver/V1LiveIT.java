package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.event.ActionEvent;
import io.github.openhands4j.model.v1.event.ConversationStateUpdateEvent;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.FinishAction;
import io.github.openhands4j.model.v1.event.MessageEvent;
import io.github.openhands4j.model.v1.event.ObservationEvent;
import io.github.openhands4j.model.v1.event.TerminalObservation;
import io.github.openhands4j.model.v1.event.UnknownEvent;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.LiveListener;
import io.github.openhands4j.v1.LiveState;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Start;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation as an object, its events as they happen, and its agent server. */
class V1LiveIT extends RealV1Test {

  V1LiveIT(@On(ServerKind.V1) RealServer server) {
    super(server);
  }

  /** Keeps what it is told. */
  private static final class Heard implements LiveListener {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<LiveState> states = new CopyOnWriteArrayList<>();
    private final List<OpenHandsException> errors = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(Event event) {
      events.add(event);
    }

    @Override
    public void onState(LiveState state) {
      states.add(state);
    }

    @Override
    public void onError(OpenHandsException failure) {
      errors.add(failure);
    }

    /** The lasting ones: the state of a run is told in events of its own. */
    private List<String> ids() {
      return events.stream().filter(event -> !isSnapshot(event)).map(Event::id).toList();
    }
  }

  private static boolean isSnapshot(Event event) {
    return event instanceof ConversationStateUpdateEvent update
        && update.key().equals("full_state");
  }

  @Test
  void conversationIsTalkedToAndItsEventsAreToldAsTheyHappen(@TempDir Path folder)
      throws IOException {
    Start start = RealV1World.start(client, "RUN: echo one");
    Conversation conversation = client.conversation(start.awaitReady()).orElseThrow();
    Heard heard = new Heard();
    try (LiveEvents live = conversation.liveEvents(heard)) {
      Patience.until("connected", () -> live.state() == LiveState.CONNECTED);
      conversation.awaitFinished(RealV1World.LONG);
      conversation.send("RUN: echo two");
      Conversation done = conversation.awaitFinished(RealV1World.LONG);
      assertThat(done.outcome()).isEqualTo(Outcome.FINISHED);
      Patience.until("second output is told", () -> outputs(heard.events).size() == 2);
      List<String> there =
          conversation.agent().conversation(conversation.id()).events().map(Event::id).toList();
      Patience.until("all is told", () -> heard.ids().containsAll(there));

      assertThat(heard.errors).isEmpty();
      assertThat(heard.states).containsExactly(LiveState.CONNECTED);
      assertThat(heard.ids()).doesNotHaveDuplicates().containsAll(there);
      assertThat(outputs(heard.events).get(0)).contains("one");
      assertThat(outputs(heard.events).get(1)).contains("two");
      assertThat(heard.events).noneMatch(UnknownEvent.class::isInstance);
      assertThat(done.finalResponse()).isPresent();
      assertThat(done.cost().tokens().promptTokens()).isPositive();
      List<Event> all = done.events().all().toList();
      assertThat(all.stream().map(Event::id)).doesNotHaveDuplicates().containsAll(there);
      assertThat(all).noneMatch(UnknownEvent.class::isInstance);
      assertThat(all.stream().filter(MessageEvent.class::isInstance).count()).isEqualTo(2);
      assertThat(all).anyMatch(event -> action(event) instanceof FinishAction);

      Path zip = folder.resolve("all.zip");
      assertThat(done.downloadTo(zip)).isEqualTo(Files.size(zip));
      try (ZipFile file = new ZipFile(zip.toFile())) {
        assertThat(file.getEntry("meta.json")).isNotNull();
      }
    }
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.proxy.count("POST", RealV1World.MESSAGES)).isEqualTo(1);
  }

  private static Object action(Event event) {
    return event instanceof ActionEvent done && done.action() != null ? done.action() : "none";
  }

  private static List<String> outputs(List<Event> events) {
    return events.stream()
        .filter(ObservationEvent.class::isInstance)
        .map(event -> ((ObservationEvent) event).observation())
        .filter(TerminalObservation.class::isInstance)
        .map(seen -> seen.text())
        .toList();
  }

  @Test
  void agentServerDoesWhatItsFacadeSays() throws IOException {
    Conversation conversation =
        RealV1World.start(client, "FINISH: hello").awaitFinished(RealV1World.LONG);
    AgentServer agent = conversation.agent();
    String home = agent.run("pwd", null, Duration.ofSeconds(30)).stdout().strip() + "/live-test";

    agent.upload(home + "/a.txt", "first".getBytes(StandardCharsets.UTF_8));
    try (StreamedAnswer answer = agent.download(home + "/a.txt")) {
      assertThat(answer.body()).hasContent("first");
    }
    assertThat(
            agent
                .run("seq 1 300000 | tee numbers | tail -1", home, Duration.ofSeconds(30))
                .stdout())
        .isEqualTo("300000\n");
    assertThat(agent.run("cat numbers", home, Duration.ofSeconds(30)).stdout())
        .startsWith("1\n2\n")
        .endsWith("300000\n");
    assertThat(
            agent
                .run("git init -q . && git add a.txt && echo ready", home, Duration.ofSeconds(30))
                .stdout())
        .isEqualTo("ready\n");
    assertThat(agent.gitChanges(home, null)).isNotEmpty();
    assertThat(agent.gitDiff(home + "/a.txt", null).modified()).isEqualTo("first");
    try (StreamedAnswer archive = agent.archive(home, List.of("numbers"))) {
      assertThat(archive.body().readAllBytes()).hasSizeGreaterThan(20);
    }
    assertThat(agent.tools()).isNotEmpty();
    assertThat(agent.version()).isPresent();
    assertThat(agent.conversations())
        .anySatisfy(row -> assertThat(row.id()).isEqualTo(conversation.id()));
    assertThat(agent.conversation(conversation.id()).info().executionStatus())
        .isEqualTo(ConversationExecutionStatus.FINISHED);
    assertThat(agent.conversation(conversation.id()).finalResponse()).contains("hello");
    assertThat(agent.conversation(conversation.id()).countEvents()).isPositive();
    agent.run("rm -rf " + home, null, Duration.ofSeconds(30));
  }

  @Test
  void pausedSandboxIsResumedAndItsEventsGoOn() {
    Conversation conversation =
        RealV1World.start(client, "FINISH: hello").awaitFinished(RealV1World.LONG);
    Heard heard = new Heard();
    try (LiveEvents live = conversation.liveEvents(heard)) {
      Patience.until("connected", () -> live.state() == LiveState.CONNECTED);
      conversation.pause();
      Patience.until(
          "paused", () -> "PAUSED".equals(conversation.refresh().state().sandboxStatus() + ""));
      Conversation back = conversation.resume();
      back.send("SAY: back again");
      assertThat(back.awaitFinished(RealV1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
      Patience.until(
          "told after the pause",
          () ->
              heard.events.stream()
                  .anyMatch(
                      event ->
                          event instanceof MessageEvent message
                              && message.text().equals("back again")));
      assertThat(heard.ids()).doesNotHaveDuplicates();
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      assertThat(back.finalResponse()).contains("back again");
    }
  }
}
