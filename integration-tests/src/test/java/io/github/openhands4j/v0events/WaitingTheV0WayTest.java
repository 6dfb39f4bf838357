package io.github.openhands4j.v0events;

import static io.github.openhands4j.v0events.EventWorld.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.SimulatedSandbox;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways in which callers of V0 waited for the end of a job, in both completion modes. */
class WaitingTheV0WayTest {

  private static final int MOST_POLLS = 40;
  private static final List<String> ENDS =
      List.of("finished", "error", "awaiting_user_input", "stopped");

  private static final String ROWS = "/api/v1/app-conversations";

  private EventWorld world = new EventWorld();
  private int polls;

  private enum Ending {
    FINISHED("finished"),
    FAILED("error"),
    STUCK("error");

    private final String state;

    Ending(String state) {
      this.state = state;
    }

    private Outcome outcome() {
      return switch (this) {
        case FINISHED -> Outcome.finished();
        case FAILED -> Outcome.error("LLMAuthenticationError", "key refused");
        case STUCK -> Outcome.stuck();
      };
    }
  }

  /** What becomes of a job whose agent never comes to an end. */
  private enum Loss {
    SANDBOX_GONE("error", "ARCHIVED"),
    SANDBOX_BROKEN("error", "ERROR"),
    SANDBOX_PAUSED("stopped", "STOPPED"),
    STOPPED_BY_ITS_CALLER("stopped", "STOPPED"),
    START_FAILED("error", "ERROR"),
    START_ABANDONED("error", "ERROR");

    private final String state;
    private final String status;

    Loss(String state, String status) {
      this.state = state;
      this.status = status;
    }

    private String happens(EventWorld world) {
      if (this == START_FAILED || this == START_ABANDONED) {
        world.server.nextStart(
            this == START_FAILED ? Outcome.startError("no machine") : Outcome.neverReady());
        return world.created();
      }
      String id = world.settled(Outcome.runningForever());
      SimulatedSandbox sandbox = world.conversation(id).sandbox().orElseThrow();
      switch (this) {
        case SANDBOX_GONE -> sandbox.lose();
        case SANDBOX_BROKEN -> sandbox.fail();
        case SANDBOX_PAUSED -> sandbox.pause();
        default -> world.client.stopConversation(id);
      }
      return id;
    }
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void begin(Completion completion) {
    begin(CompatOptions.builder().completion(completion).build());
  }

  private void begin(CompatOptions compat) {
    world.close();
    world = new EventWorld(it -> it, compat);
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void statusIsPolled(Completion completion) {
    for (Ending ending : Ending.values()) {
      begin(completion);
      String id = started(ending);

      Optional<ConversationStatus> end =
          polled(() -> info(id).status(), status -> !isUnderWay(status));

      if (completion == Completion.AS_V0) {
        assertThat(end).as("V0's status never told an end").isEmpty();
      } else {
        assertThat(end)
            .contains(
                ending.state.equals("error")
                    ? ConversationStatus.ERROR
                    : ConversationStatus.STOPPED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void stateOfTheAgentIsWaitedFor(Completion completion) {
    for (Ending ending : Ending.values()) {
      begin(completion);
      String id = started(ending);

      Optional<String> end = polled(() -> newestState(id), ENDS::contains);

      assertThat(end).as(ending.name()).contains(ending.state);
    }
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void reasonOfAFailureIsTold(Completion completion) {
    begin(completion);
    String id = started(Ending.FAILED);

    polled(() -> newestState(id), ENDS::contains);

    assertThat(world.events(id))
        .filteredOn(event -> "error".equals(EventWorld.stateOf(event)))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.extras())
                    .containsEntry("reason", "LLMAuthenticationError: key refused"));
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void eventsAreCountedUntilTheyStandStill(Completion completion) {
    begin(completion);
    String id = started(Ending.FINISHED);
    long[] counts = new long[4];

    Optional<Long> still =
        polled(
            () -> {
              System.arraycopy(counts, 1, counts, 0, 3);
              counts[3] = count(id);
              return counts[3];
            },
            count -> count > 2 && counts[0] == count);

    assertThat(still).contains((long) world.events(id).size());
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void aNewMessageOfTheAgentIsWaitedFor(Completion completion) {
    begin(completion);
    String id = started(Ending.FINISHED);
    polled(() -> newestState(id), ENDS::contains);
    long last = count(id) - 1;

    world.client.addMessage(id, "Where?");
    Optional<List<String>> said =
        polled(() -> saidByAgent(id, last + 1), texts -> !texts.isEmpty());

    assertThat(said).contains(List.of("All done."));
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void aStateOfTheRunBeforeDoesNotEndTheWaitForTheNextOne(Completion completion) {
    begin(completion);
    String id = started(Ending.FINISHED);
    polled(() -> newestState(id), ENDS::contains);
    world.conversation(id).nextRun(Outcome.error("Code", "detail"));

    world.client.addMessage(id, "And now?");
    long sent = count(id);
    Optional<String> end =
        polled(
            () ->
                world.page(id, query().startId(sent - 1).limit(100)).events().stream()
                    .map(EventWorld::stateOf)
                    .filter(Objects::nonNull)
                    .reduce("", (one, next) -> next),
            ENDS::contains);

    assertThat(end).contains("error");
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void stateOfAnAgentThatCannotGoOnIsTold(Loss loss) {
    for (Completion completion : Completion.values()) {
      begin(completion);
      String id = loss.happens(world);
      long before = world.server.journal().count("GET", ROWS);

      Optional<String> end =
          polled(
              loss == Loss.START_ABANDONED ? Duration.ofMinutes(1) : Duration.ofSeconds(10),
              () -> newestState(id),
              ENDS::contains);

      assertThat(end).contains(loss.state);
      assertThat(world.server.journal().count("GET", ROWS) - before).isEqualTo(polls);
      List<Event> told = world.events(id);
      world.time.pass(Duration.ofHours(2));
      assertThat(world.events(id)).isEqualTo(told);
      assertThat(world.server.journal().starts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void statusTellsThatAnAgentCannotGoOn(Loss loss) {
    for (Completion completion : Completion.values()) {
      begin(completion);
      String id = loss.happens(world);

      Optional<ConversationStatus> end =
          polled(
              loss == Loss.START_ABANDONED ? Duration.ofMinutes(1) : Duration.ofSeconds(10),
              () -> info(id).status(),
              status -> !isUnderWay(status));

      assertThat(end.map(ConversationStatus::value)).contains(loss.status);
      assertThat(world.server.journal().starts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void sandboxThatIsMissingForAMomentIsNoEnd(Completion completion) {
    begin(completion);
    String id = world.settled(Outcome.runningForever());
    for (int times = 0; times < 5; times++) {
      world.conversation(id).sandbox().orElseThrow().loseFor(4);
      assertThat(polled(() -> newestState(id), ENDS::contains)).isEmpty();
    }

    assertThat(newestState(id)).isEqualTo("running");
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void runAfterAPauseEndsByItself(Completion completion) {
    begin(completion);
    String id = Loss.SANDBOX_PAUSED.happens(world);
    polled(() -> newestState(id), ENDS::contains);

    world.client.addMessage(id, "Go on");
    long sent = count(id);
    Optional<String> end =
        polled(
            () ->
                world.page(id, query().startId(sent).limit(100)).events().stream()
                    .map(EventWorld::stateOf)
                    .filter(Objects::nonNull)
                    .reduce("", (one, next) -> next),
            ENDS::contains);

    assertThat(end).contains("finished");
    assertThat(world.server.journal().count("POST", ".*/send-message")).isEqualTo(1);
  }

  /** What the pause made of the agent is no end of the new run, also if nobody saw the pause. */
  @ParameterizedTest
  @EnumSource(Completion.class)
  void runAfterAPauseThatNobodySawEndsByItself(Completion completion) {
    for (boolean readBefore : List.of(true, false)) {
      CompatOptions compat =
          CompatOptions.builder().completion(completion).eventLedger(new ListLedger()).build();
      begin(compat);
      String id = world.settled(Outcome.runningForever());
      if (readBefore) {
        assertThat(newestState(id)).isEqualTo("running");
      }
      world.conversation(id).sandbox().orElseThrow().pause();
      world.time.onSleep(world.time.sleeps().size() + 1, () -> comesBackAsFailed(id));

      world.client.addMessage(id, "Go on");
      Optional<String> end = polled(() -> newestState(id), ENDS::contains);

      assertThat(end).contains("finished");
      List<Event> told = world.events(id);
      assertThat(told)
          .extracting(EventWorld::type)
          .containsSubsequence("running", "[error]", "message", "finished")
          .doesNotContain("error", "awaiting_user_input");
      assertThat(world.client(compat).events().listEvents(id, query().limit(100).build()).events())
          .isEqualTo(told);
      assertThat(world.server.journal().count("POST", ".*/resume")).isEqualTo(1);
      assertThat(world.server.journal().count("POST", ".*/send-message")).isEqualTo(1);
    }
  }

  /** As a real agent server says of an agent that was at work, up to its next message. */
  private void comesBackAsFailed(String id) {
    world
        .conversation(id)
        .events()
        .add("{\"kind\":\"AgentErrorEvent\",\"source\":\"agent\",\"error\":\"interrupted\"}");
    for (String state : List.of("error", "idle")) {
      world
          .conversation(id)
          .events()
          .add(
              "{\"kind\":\"ConversationStateUpdateEvent\",\"source\":\"environment\","
                  + "\"key\":\"execution_status\",\"value\":\""
                  + state
                  + "\"}");
    }
  }

  /** V1 writes it into the record of what it is started for. */
  @ParameterizedTest
  @EnumSource(Completion.class)
  void numberOfAPullRequestIsWaitedFor(Completion completion) {
    for (Ending ending : Ending.values()) {
      begin(completion);
      world.server.nextStart(ending.outcome());
      String id =
          world.startedElsewhere(
              StartRequest.builder().message("Review it").prNumber(List.of(7L)).build());
      long before = world.server.journal().count("GET", ".*");

      assertThat(polled(() -> info(id).prNumber(), numbers -> !numbers.isEmpty()))
          .as(ending.name())
          .contains(List.of(7L));
      assertThat(world.server.journal().count("GET", ".*") - before)
          .as("the row and the start task")
          .isEqualTo(2);
      world.settle();
      assertThat(info(id).prNumber()).containsExactly(7L);
      assertThat(world.server.journal().count("GET", ".*") - before).isEqualTo(3);
    }
  }

  /** V1 does not look for what its agent opens: only a look at the status as well ends the wait. */
  @ParameterizedTest
  @EnumSource(Completion.class)
  void numberOfAPullRequestThatNobodyWritesIsWaitedForInVainUnlessTheStatusIsLookedAt(
      Completion completion) {
    for (Ending ending : Ending.values()) {
      begin(completion);
      String id = started(ending);
      long before = world.server.journal().count("GET", ROWS);

      Optional<ConversationInfo> end =
          polled(() -> info(id), info -> !info.prNumber().isEmpty() || !isUnderWay(info.status()));

      assertThat(end.map(ConversationInfo::prNumber))
          .as(ending.name())
          .isEqualTo(completion == Completion.AS_V0 ? Optional.empty() : Optional.of(List.of()));
      assertThat(world.server.journal().count("GET", ROWS) - before).isEqualTo(polls);
      assertThat(world.server.journal().count("POST", ".*")).isEqualTo(1);
    }
  }

  private String started(Ending ending) {
    world.server.nextStart(ending.outcome());
    return world.created();
  }

  /** Polls as callers do: look, wait, look again, while the server goes on by itself. */
  private <T> Optional<T> polled(Supplier<T> look, Predicate<? super T> isEnd) {
    return polled(Duration.ofSeconds(10), look, isEnd);
  }

  private <T> Optional<T> polled(Duration between, Supplier<T> look, Predicate<? super T> isEnd) {
    for (polls = 1; polls <= MOST_POLLS; polls++) {
      T seen = look.get();
      if (isEnd.test(seen)) {
        return Optional.of(seen);
      }
      world.server.advance();
      world.time.pass(between);
    }
    polls = MOST_POLLS;
    return Optional.empty();
  }

  private ConversationInfo info(String id) {
    return world.client.getConversation(id).orElseThrow();
  }

  private static boolean isUnderWay(ConversationStatus status) {
    return status.equals(ConversationStatus.STARTING) || status.equals(ConversationStatus.RUNNING);
  }

  private String newestState(String id) {
    return world.page(id, query().reverse(true).limit(100)).events().stream()
        .map(EventWorld::stateOf)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  /** The idiom of callers who count: the number of the newest event and one more. */
  private long count(String id) {
    return world.page(id, query().reverse(true).limit(1)).events().stream()
        .mapToLong(event -> Objects.requireNonNull(event.id()) + 1)
        .findFirst()
        .orElse(0);
  }

  private List<String> saidByAgent(String id, long from) {
    return world.page(id, query().startId(from).limit(100)).events().stream()
        .filter(event -> "message".equals(event.action()) && "agent".equals(event.source()))
        .map(Event::message)
        .toList();
  }
}
