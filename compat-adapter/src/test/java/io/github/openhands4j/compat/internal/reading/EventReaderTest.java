package io.github.openhands4j.compat.internal.reading;

import static io.github.openhands4j.compat.internal.numbers.V1Events.command;
import static io.github.openhands4j.compat.internal.numbers.V1Events.message;
import static io.github.openhands4j.compat.internal.numbers.V1Events.output;
import static io.github.openhands4j.compat.internal.numbers.V1Events.state;
import static io.github.openhands4j.compat.internal.numbers.V1Events.stats;
import static io.github.openhands4j.compat.internal.numbers.V1Events.systemPrompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.EventLedger;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.numbers.ReadMark;
import io.github.openhands4j.compat.internal.numbers.TableLedger;
import io.github.openhands4j.compat.internal.numbers.V1Events;
import io.github.openhands4j.compat.internal.translate.SandboxState;
import io.github.openhands4j.compat.testing.StillTime;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventFilter;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.model.v0.event.EventQueryBuilder;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationBuilder;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

  private static final ConversationId ID = ConversationId.parse("0123456789abcdef0123456789abcdef");

  private final MemorySource source = new MemorySource(100);
  private final StillTime time = new StillTime(Instant.parse("2026-08-20T13:00:00Z"));
  private EventReader reader = new EventReader(source, new EventLogs(null), time);
  private AppConversation row = row("running");
  private SandboxState sandbox = SandboxState.UP;

  @Test
  void loadingComesFirstWithTheTimeOfTheFirstEvent() {
    source.store(message(1, "a"));

    List<Event> events = page(query()).events();

    assertThat(events).extracting(Event::id).containsExactly(0L, 1L);
    assertThat(events.get(0).timestamp()).isEqualTo("2026-08-20T12:00:01");
    assertThat(stateOf(events.get(0))).isEqualTo("loading");
  }

  /** The servers list different tools in it. */
  private static V1Event prompt(String text) {
    return V1Events.event(
        1, "SystemPromptEvent", Map.of("system_prompt", Map.of("type", "text", "text", text)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void systemPromptStaysAsItWasFirstTold(boolean storedAtOnce) {
    source.live.addAll(List.of(prompt("of the agent server"), message(2, "a")));
    if (storedAtOnce) {
      source.store(prompt("of the app server"));
    }
    List<Event> before = page(query()).events();

    source.store(message(2, "a"));
    if (!storedAtOnce) {
      source.store(prompt("of the app server"));
    }
    List<Event> meanwhile = page(query()).events();
    source.live.clear(); // the sandbox is gone
    List<Event> after = page(query()).events();

    assertThat(before.get(1).message())
        .isEqualTo("of the " + (storedAtOnce ? "app" : "agent") + " server");
    assertThat(meanwhile).isEqualTo(before);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void oddTimesOfEventsDoNotKeepTheOthersFromBeingRead() {
    String[] times = {
      "0001-01-01T00:00:00",
      "9999-12-31T23:59:59.999999",
      "+292277-01-01T00:00:00",
      "-292277-01-01T00:00:00",
      "+999999999-12-31T23:59:59",
      "-999999999-01-01T00:00:00",
      "+999999999-12-31T23:59:59Z",
      "2026-13-99T99:99:99+99:99"
    };
    store(2);
    for (int odd = 0; odd < times.length; odd++) {
      source.store(
          V1Event.of(
              Map.of(
                  "id",
                  V1Events.id(10 + odd),
                  "kind",
                  "MessageEvent",
                  "source",
                  "user",
                  "timestamp",
                  times[odd],
                  "llm_message",
                  Map.of(
                      "role", "user", "content", List.of(Map.of("type", "text", "text", "x"))))));
    }

    assertThat(ids(query().limit(100))).hasSize(3 + times.length);
    source.store(message(50, "new"));
    assertThat(ids(query().limit(100))).hasSize(4 + times.length);
  }

  @Test
  void ledgerThatRefusesEveryLineEndsTheReading() {
    source.store(message(1, "a"));
    EventLedger refusing =
        new EventLedger() {
          @Override
          public List<String> read(ConversationId id, int from) {
            return List.of();
          }

          @Override
          public boolean append(ConversationId id, int expected, List<String> lines) {
            return false;
          }
        };
    reader = new EventReader(source, new EventLogs(refusing), time);

    assertThatThrownBy(() -> page(query())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void boundsAreInclusiveBothWays() {
    store(50);

    assertThat(ids(query().startId(3L).endId(5L))).containsExactly(3L, 4L, 5L);
    assertThat(ids(query().startId(3L).endId(5L).reverse(true))).containsExactly(5L, 4L, 3L);
    assertThat(ids(query().limit(2))).containsExactly(0L, 1L);
    assertThat(ids(query().reverse(true).limit(2))).containsExactly(50L, 49L);
    assertThat(ids(query())).hasSize(20);
    assertThat(ids(query().startId(-5L).endId(0L))).containsExactly(0L);
    assertThat(ids(query().startId(9L).endId(5L))).isEmpty();
    assertThat(ids(query().startId(Long.MAX_VALUE))).isEmpty();
    assertThat(ids(query().endId(-1L))).isEmpty();
    assertThat(ids(query().endId(Long.MAX_VALUE).reverse(true).limit(1))).containsExactly(50L);
  }

  @Test
  void moreIsSaidWithinTheBoundsOnly() {
    store(50);

    assertThat(page(query()).hasMore()).isTrue();
    assertThat(page(query().startId(31L)).hasMore()).isFalse();
    assertThat(page(query().startId(30L)).hasMore()).isTrue();
    assertThat(page(query().startId(30L).endId(49L)).hasMore()).isFalse();
    assertThat(page(query().reverse(true).limit(51)).hasMore()).isFalse();
    assertThat(page(query().reverse(true).limit(50)).hasMore()).isTrue();
    assertThat(page(query().limit(0)).hasMore()).isTrue();
    assertThat(page(query().limit(0).startId(51L)).hasMore()).isFalse();
    assertThat(page(query().limit(0)).events()).isEmpty();
  }

  @Test
  void aFilterIsAppliedBeforeTheLimit() {
    store(300);
    EventFilter user = EventFilter.builder().query("text 299").build();
    EventFilter state = EventFilter.builder().source("environment").build();

    assertThat(ids(query().filter(user).limit(5))).containsExactly(300L);
    assertThat(page(query().filter(user).limit(1)).hasMore()).isFalse();
    assertThat(page(query().filter(user).limit(0)).hasMore()).isTrue();
    assertThat(ids(query().filter(state))).containsExactly(0L);
    assertThat(ids(query().filter(user).reverse(true).limit(1))).containsExactly(300L);
  }

  @Test
  void anIncrementalReadGoesBackTwoMinutesOnly() {
    store(250);
    assertThat(ids(query().reverse(true).limit(1))).containsExactly(250L);
    source.pages = 0;

    assertThat(ids(query().startId(251L))).isEmpty();
    source.store(message(250, "new"));
    assertThat(ids(query().startId(251L))).containsExactly(251L);

    assertThat(source.pages)
        .isEqualTo(4); // two minutes are 120 events here, which are two pages each time
    assertThat(source.batches).isZero();
  }

  @Test
  void knownEventsAreReadByTheirIds() {
    store(250);
    ids(query().reverse(true).limit(1));
    source.pages = 0;

    assertThat(ids(query().startId(10L).limit(100))).hasSize(100);

    assertThat(source.pages).isZero();
    assertThat(source.batches).isEqualTo(1);
  }

  @Test
  void lateEventsAreAppendedAndNothingMoves() {
    source.store(message(1, "a"), message(90, "c"));
    List<Event> before = page(query()).events();

    source.store(message(40, "late"));
    List<Event> after = page(query()).events();

    assertThat(after.subList(0, before.size())).isEqualTo(before);
    assertThat(after).last().extracting(Event::message).isEqualTo("late");
  }

  @Test
  void newerEventsComeFromTheAgentServerAndAreNotTakenTwice() {
    source.store(message(1, "a"));
    source.live.addAll(List.of(message(1, "a"), command(2, "c", "r")));
    List<Event> before = page(query()).events();

    source.store(command(2, "c", "r"), output(3, 2, "c"));
    List<Event> after = page(query()).events();

    assertThat(before).extracting(Event::id).containsExactly(0L, 1L, 2L);
    assertThat(after).extracting(Event::id).containsExactly(0L, 1L, 2L, 3L);
    assertThat(after.get(3).cause()).isEqualTo(2L);
    assertThat(after.subList(0, 3)).isEqualTo(before);
  }

  @Test
  void whatOnlyTheAgentServerHasOfTheBeginningComesInItsPlace() {
    source.store(message(2, "a"), message(4, "b"));
    source.live.addAll(List.of(command(1, "c", "r"), message(2, "a"), command(3, "d", "r")));

    assertThat(page(query()).events())
        .extracting(Event::message)
        .containsExactly("", "Running command: echo 1", "a", "Running command: echo 3", "b");
  }

  @Test
  void whatTheAppServerLostOnItsWayComesInItsPlace() {
    store(250);
    source.stored.set(120, command(120, "c", "r"));
    source.stored.set(125, output(125, 120, "c"));
    source.live.addAll(source.stored);
    source.stored.subList(115, 125).clear();

    List<Event> all = reader.all(row, sandbox).toList();

    assertThat(all).extracting(Event::id).containsExactlyElementsOf(numbers(251));
    assertThat(all).extracting(Event::timestamp).isSorted();
    assertThat(all.get(126).cause()).isEqualTo(121L);
    assertThat(source.pages).isEqualTo(3);
    assertThat(source.livePages).isEqualTo(3);
  }

  @Test
  void aReadLongAfterTheLastOneMissesNothingOfWhatTheAppServerLost() {
    store(5);
    source.live.addAll(source.stored);
    assertThat(ids(query())).hasSize(6);

    store(5, 250);
    source.live.addAll(source.stored.subList(5, 250));
    source.stored.subList(100, 120).clear();

    assertThat(reader.all(row, sandbox)).hasSize(251).extracting(Event::timestamp).isSorted();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatWasLostWhileTheAgentServerCouldNotBeAskedIsToldWhenItCan(int failing) {
    store(400);
    List<V1Event> all = List.copyOf(source.stored);
    source.stored.subList(210, 220).clear();
    source.live.addAll(all);
    source.failing = failing;
    row = running();
    List<Event> before = reader.all(row, sandbox).toList();
    assertThat(before).hasSize(391);

    source.failing = 0;
    source.leftAlone = false;
    List<Event> after = reader.all(row, sandbox).toList();

    assertThat(after.subList(0, 391)).isEqualTo(before);
    assertThat(after.subList(391, 401))
        .extracting(Event::timestamp)
        .isSorted()
        .startsWith(all.get(210).timestamp());

    source.livePages = 0;
    assertThat(ids(query().startId(401L))).isEmpty();
    assertThat(source.livePages).isEqualTo(2); // two minutes again
  }

  /** Ten events get lost on their way to the app server. */
  private void lose() {
    source.live.addAll(source.stored);
    source.stored.subList(210, 220).clear();
    row = running();
  }

  private void agentAnswersAgain() {
    source.failing = 0;
    source.leftAlone = false;
    row = running();
    sandbox = SandboxState.UP;
  }

  /** As the server says of a sandbox that is too busy to answer. */
  private void readAsBroken() {
    row = AppConversationBuilder.builder(asleep()).sandboxStatus(SandboxStatus.ERROR).build();
    sandbox = SandboxState.DOUBTFUL;
    source.leftAlone = true; // it has no address then
  }

  @Test
  void whatWasLostIsToldAlsoIfTheSandboxReadAsBrokenInPassing() {
    store(400);
    lose();
    source.failing = 1;
    assertThat(reader.all(row, sandbox)).hasSize(391);
    readAsBroken();
    assertThat(reader.all(row, sandbox)).hasSize(391);

    agentAnswersAgain();

    assertThat(reader.all(row, sandbox)).hasSize(401);
  }

  @Test
  void whatWasLostIsToldAlsoIfManyReadingsFailedTogether() {
    store(400);
    lose();
    source.failing = 1;
    List<Iterator<Event>> together =
        IntStream.range(0, 10).mapToObj(i -> reader.all(row, sandbox).iterator()).toList();
    together.forEach(events -> assertThat(events).toIterable().hasSize(391));

    agentAnswersAgain();

    assertThat(reader.all(row, sandbox)).hasSize(401);
  }

  @Test
  void anEventFromTheFutureInALedgerHidesNothingFromOtherProcesses() {
    TableLedger ledger = new TableLedger();
    store(100);
    source.store(message(40 * 24 * 3_600, "next month"));
    assertThat(new EventReader(source, new EventLogs(ledger), time).all(row, sandbox)).hasSize(102);
    reader = new EventReader(source, new EventLogs(ledger), time);
    store(100, 400);
    lose();
    source.failing = 1;
    assertThat(reader.all(row, sandbox)).hasSize(392);

    agentAnswersAgain();

    assertThat(reader.all(row, sandbox)).hasSize(402);
  }

  @Test
  void whatWasNotReadWhenTheSandboxSleptIsNotToldToWhoeverWakesIt() {
    store(250);
    List<V1Event> all = List.copyOf(source.stored);
    source.stored.subList(20, 30).clear();
    row = asleep();
    List<Event> before = reader.all(row, sandbox).toList();

    row = running();
    source.live.addAll(all);

    assertThat(reader.all(row, sandbox)).isEqualTo(before);
  }

  @Test
  void aPageOfTheAgentServerThatAlwaysFailsIsPassedAfterTenReadings() {
    store(250);
    source.live.addAll(source.stored);
    row = running();
    for (int reading = 0; reading < 10; reading++) {
      source.failing = 2;
      source.leftAlone = false;
      assertThat(reader.all(row, sandbox)).hasSize(251);
      time.pass(ReadMark.ONE_FAILURE);
    }
    source.live.add(message(250, "on its way"));

    source.failing = 0;
    source.leftAlone = false;
    source.livePages = 0;
    assertThat(page(query().startId(251L)).events())
        .extracting(Event::message)
        .containsExactly("on its way");
    assertThat(source.livePages).isEqualTo(2);
  }

  @Test
  void anEventFromTheFutureDoesNotKeepTheAgentServerFromBeingReadOn() {
    store(250);
    source.live.addAll(source.stored);
    source.live.add(50, message(40 * 24 * 3_600, "next month"));
    source.stored.subList(150, 160).clear();

    assertThat(reader.all(row, sandbox).limit(200).map(Event::message).toList())
        .containsSubsequence("text 49", "next month", "text 50", "text 149", "text 150");
  }

  @Test
  void aLedgerIsNotFilledWithWhatTheAppServerHas() {
    TableLedger ledger = new TableLedger();
    EventLogs ours = new EventLogs(ledger);
    store(250);
    source.live.addAll(source.stored);
    row = running();
    assertThat(new EventReader(source, ours, time).all(row, sandbox)).hasSize(251);

    store(250, 700);
    source.live.addAll(source.stored.subList(250, 700));
    for (EventLogs logs : List.of(new EventLogs(ledger), ours)) {
      assertThat(new EventReader(source, logs, time).all(row, sandbox)).hasSize(701);
    }

    assertThat(contents(ledger)).isZero();
  }

  @Test
  void anEventWithoutATimeStaysBehindTheOneBefore() {
    source.store(message(1, "a"), message(3, "c"));
    source.stored.add(1, V1Events.undated(2, "b"));

    assertThat(page(query()).events())
        .extracting(Event::message)
        .containsExactly("", "a", "b", "c");
  }

  @Test
  void eventsKnownOnlyToTheAgentServerAreReadAgainThere() {
    source.live.addAll(List.of(message(1, "a"), message(2, "b")));
    page(query());

    assertThat(page(query().startId(1L).limit(1)).events())
        .extracting(Event::message)
        .containsExactly("a");
  }

  @Test
  void anEventDependsOnlyOnWhatCameBefore() {
    source.store(command(2, "c", "r"), stats(4, 1), command(5, "d", "r2"));
    List<Event> before = page(query()).events();

    source.store(stats(1, 9), output(6, 2, "c"), command(3, "e", "r"), stats(7, 3));
    row = AppConversation.builder().id(ID).llmModel("other").build();
    List<Event> after = page(query()).events();

    assertThat(after.subList(0, before.size())).isEqualTo(before);
    assertThat(before.get(1).llmMetrics()).isNull();
    assertThat(before.get(2).llmMetrics()).containsEntry("accumulated_cost", 1.0);
    assertThat(modelOf(before.get(1))).isEqualTo("provider/model");
    assertThat(modelOf(after.get(3))).isEqualTo("other");
  }

  @Test
  void anAnswerShowsTheModelOfItsAction() {
    source.store(command(1, "c", "r"));
    page(query());
    source.store(output(2, 1, "c"));
    row = AppConversation.builder().id(ID).llmModel("other").build();

    assertThat(modelOf(page(query()).events().get(2))).isEqualTo("provider/model");
  }

  @Test
  void anEndThatV1StoredNoEventForIsMadeOnceNothingMovesAnyMore() {
    source.store(message(1, "a"), state(2, "running"));
    row = row("finished");
    assertThat(ids(query())).containsExactly(0L, 1L, 2L);
    time.pass(Duration.ofSeconds(39));
    assertThat(ids(query())).containsExactly(0L, 1L, 2L);
    time.pass(Duration.ofSeconds(1));

    List<Event> events = page(query()).events();

    assertThat(stateOf(events.get(3))).isEqualTo("finished");
    assertThat(events.get(3).timestamp()).isEqualTo("2026-08-20T12:00:02");
    source.store(state(3, "finished"), message(4, "more"));
    assertThat(page(query()).events().subList(0, 4)).isEqualTo(events);
    assertThat(page(query()).events()).last().extracting(Event::message).isEqualTo("more");
  }

  @Test
  void aMovingConversationHasNoMadeEnd() {
    source.store(message(1, "a"), state(2, "running"));
    row = row("finished");
    page(query());
    time.pass(Duration.ofSeconds(39));
    source.store(message(3, "b"));
    page(query());
    time.pass(Duration.ofSeconds(39));

    assertThat(ids(query())).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void aStuckAgentIsAFailureWithV0sReason() {
    source.store(state(1, "running"));
    row = row("stuck");
    page(query());
    time.pass(Duration.ofMinutes(1));

    Event last = page(query()).events().get(2);

    assertThat(last.extras())
        .containsEntry("agent_state", "error")
        .containsEntry("reason", "AgentStuckInLoopError: Agent got stuck in a loop");
  }

  @Test
  void aConversationThatStartsIsLoadingAndKeepsThatEvent() {
    AppConversationStartTask task =
        AppConversationStartTask.builder()
            .id(StartTaskId.parse("0123456789abcdef0123456789abcde0"))
            .createdAt(Instant.parse("2026-08-20T11:00:00Z"))
            .detail("no access")
            .build();
    List<Event> starting = reader.page(ID, task, false, query().build()).events();
    source.store(message(1, "a"));

    assertThat(starting).hasSize(1);
    assertThat(page(query()).events().get(0)).isEqualTo(starting.get(0));
    assertThat(starting.get(0).timestamp()).isEqualTo("2026-08-20T11:00:00");
    assertThat(source.batches).isZero();
  }

  private static AppConversationStartTask task(
      AppConversationStartTaskStatus status, String detail) {
    return AppConversationStartTask.builder()
        .id(StartTaskId.parse("0123456789abcdef0123456789abcde0"))
        .status(status)
        .detail(detail)
        .build();
  }

  @Test
  void aFailedStartEndsWithItsReason() {
    AppConversationStartTask task = task(AppConversationStartTaskStatus.ERROR, "no\naccess");

    List<Event> events = reader.page(ID, task, true, query().build()).events();

    assertThat(events).hasSize(2);
    assertThat(events.get(1).extras())
        .containsEntry("agent_state", "error")
        .containsEntry("reason", "no\naccess");
    assertThat(reader.page(ID, task, true, query().build()).events()).isEqualTo(events);
  }

  @Test
  void aStartThatNobodyWorksOnAnyMoreEndsAsItsStatusSays() {
    AppConversationStartTask task =
        task(AppConversationStartTaskStatus.WAITING_FOR_SANDBOX, "still at it");

    List<Event> events = reader.page(ID, task, true, query().build()).events();

    assertThat(events).hasSize(2);
    assertThat(events.get(1).extras())
        .containsEntry("agent_state", "error")
        .containsEntry("reason", "STATUS$ERROR");
    source.store(state(1, "running"), message(2, "a"));
    assertThat(page(query()).events().subList(0, 2)).isEqualTo(events);
    assertThat(states()).containsExactly("loading", "error", "running");
  }

  @Test
  void anAgentThatWorksEndsWithItsSandboxOnceThatIsSure() {
    store(1);
    source.store(state(2, "running"));
    row = asleep();
    sandbox = SandboxState.DOUBTFUL;
    page(query());
    time.pass(Duration.ofMinutes(10));
    assertThat(states()).containsExactly("loading", "running");
    sandbox = SandboxState.GONE;

    List<Event> events = page(query()).events();

    assertThat(events.get(3).extras())
        .containsEntry("agent_state", "error")
        .containsEntry("reason", "STATUS$ERROR_RUNTIME_DISCONNECTED");
    assertThat(events.get(3).timestamp()).isEqualTo("2026-08-20T12:00:02");
    time.pass(Duration.ofHours(1));
    assertThat(page(query()).events()).isEqualTo(events);
  }

  @Test
  void aSandboxThatIsGoneWhileEventsStillComeIsNoEnd() {
    source.store(state(1, "running"));
    row = asleep();
    sandbox = SandboxState.GONE;
    page(query());
    time.pass(Duration.ofSeconds(39));
    source.store(message(2, "late"));
    page(query());
    time.pass(Duration.ofSeconds(39));

    assertThat(states()).containsExactly("loading", "running");
    time.pass(Duration.ofSeconds(1));
    assertThat(states()).containsExactly("loading", "running", "error");
  }

  @Test
  void anAgentThatWorksHasStoppedWhenItsSandboxStaysPaused() {
    source.store(state(1, "running"));
    fallAsleep();
    page(query());
    time.pass(Duration.ofSeconds(39));
    assertThat(states()).containsExactly("loading", "running");
    time.pass(Duration.ofSeconds(1));

    assertThat(states()).containsExactly("loading", "running", "stopped");
    List<Event> events = page(query()).events();
    assertThat(page(query()).events()).isEqualTo(events);
    assertThat(events.get(2).extras()).containsEntry("reason", "");
  }

  /** As one reads that was stopped in a sandbox which others work in. */
  @Test
  void anAgentThatWasStoppedIsNotToldAsWaitingForItsUser() {
    source.store(message(1, "a"), state(2, "running"));
    page(query());
    row = row("idle");
    sandbox = SandboxState.ASLEEP;
    page(query());
    time.pass(Duration.ofSeconds(40));

    assertThat(states()).containsExactly("loading", "running", "stopped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"finished", "stuck"})
  void anAgentAtRestStaysAtRest(String status) {
    source.store(message(1, "a"), state(2, "running"), state(3, status));
    page(query());
    List<Object> before = states();
    fallAsleep();
    page(query());
    time.pass(Duration.ofDays(2));
    sandbox = SandboxState.GONE;

    assertThat(states()).isEqualTo(before);
  }

  @Test
  void aMessageThatWasNotTakenUpIsWorkToo() {
    source.store(message(1, "a"), state(2, "running"), state(3, "finished"));
    page(query());
    source.store(message(4, "and this"));
    fallAsleep();
    page(query());
    time.pass(Duration.ofSeconds(40));

    assertThat(states()).containsExactly("loading", "running", "finished", "stopped");
  }

  @Test
  void anOldMessageThatComesLateIsNoNewWork() {
    source.store(message(1, "a"), state(2, "running"), state(5, "finished"));
    page(query());
    source.store(message(4, "late"));
    fallAsleep();
    page(query());
    time.pass(Duration.ofSeconds(40));

    assertThat(states()).containsExactly("loading", "running", "finished");
  }

  @Test
  void anAgentThatComesBackWithItsSandboxRunsAgainAndMayStopAgain() {
    source.store(state(1, "running"));
    for (int round = 0; round < 2; round++) {
      fallAsleep();
      page(query());
      time.pass(Duration.ofSeconds(40));
      page(query());
      sandbox = SandboxState.UP;
      row = running();
      page(query());
    }

    assertThat(states())
        .containsExactly("loading", "running", "stopped", "running", "stopped", "running");
    source.store(state(2, "running"), state(3, "finished"));
    assertThat(states()).endsWith("running", "finished");
  }

  @Test
  void anEndOfASandboxIsTheSameInEveryProcessAfterwards() {
    TableLedger ledger = new TableLedger();
    reader = new EventReader(source, new EventLogs(ledger), time);
    source.store(state(1, "running"));
    fallAsleep();
    page(query());
    time.pass(Duration.ofSeconds(40));
    List<Event> events = page(query()).events();

    source.store(message(2, "later"), state(3, "finished"));
    reader = new EventReader(source, new EventLogs(ledger), time);

    assertThat(events).hasSize(3);
    assertThat(page(query()).events().subList(0, 3)).isEqualTo(events);
    assertThat(states()).containsExactly("loading", "running", "stopped", "finished");
  }

  @ParameterizedTest
  @ValueSource(strings = {"idle", "error"})
  void anAgentThatIsWokenForAMessageIsNotAtItsEndBeforeItTakesItUp(String atFirst) {
    source.store(state(1, "running"));
    fallAsleep();
    page(query());
    time.pass(Duration.ofSeconds(40));
    page(query());

    sandbox = SandboxState.UP;
    row = row(atFirst);
    source.store(state(2, atFirst));
    page(query());
    source.store(message(3, "go on"), state(4, "running"));
    row = running();

    assertThat(states()).containsExactly("loading", "running", "stopped", "running");
  }

  /** It was paused between two reads of events, or in front of the first one. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAgentWhosePauseNobodySawIsNotAtItsEndBeforeItTakesUpItsMessage(boolean seenBefore) {
    source.store(message(1, "a"), state(2, "running"));
    if (seenBefore) {
      page(query());
    }

    row = row("error");
    source.store(state(3, "error"));
    page(query());
    row = row("idle");
    source.store(state(4, "idle"));
    page(query());
    row = running();
    source.store(message(5, "go on"), state(6, "running"));
    page(query());
    assertThat(states()).containsExactly("loading", "running");
    source.store(state(7, "finished"));

    assertThat(states()).containsExactly("loading", "running", "finished");
  }

  @ParameterizedTest
  @CsvSource({"error, error", "idle, awaiting_user_input"})
  void aStateThatIsOnlySaidInPassingIsToldOnceItLasts(String status, String told) {
    source.store(message(1, "a"), state(2, "running"), state(3, status));
    row = row(status);
    page(query());
    time.pass(Duration.ofSeconds(39));
    assertThat(states()).containsExactly("loading", "running");
    time.pass(Duration.ofSeconds(1));

    assertThat(states()).containsExactly("loading", "running", told);
    List<Event> events = page(query()).events();
    time.pass(Duration.ofHours(1));
    assertThat(page(query()).events()).isEqualTo(events);
  }

  @Test
  void anAgentThatWasStoppedAndStaysFailedIsToldAsFailed() {
    source.store(state(1, "running"));
    fallAsleep();
    page(query());
    time.pass(Duration.ofSeconds(40));
    page(query());

    sandbox = SandboxState.UP;
    row = row("error");
    source.store(state(2, "error"));
    page(query());
    time.pass(Duration.ofSeconds(40));

    assertThat(states()).containsExactly("loading", "running", "stopped", "error");
  }

  @Test
  void anAgentStopsOnceWhateverTheTimeOfWhatCameLast() {
    source.store(message(4, "a"));
    source.store(state(5, "running"));
    page(query());
    source.store(state(3, "idle")); // of the app server's own, late
    fallAsleep();
    page(query());
    time.pass(Duration.ofSeconds(40));
    page(query());
    page(query());

    assertThat(states()).containsOnlyOnce("stopped").endsWith("stopped");
  }

  @Test
  void aConversationThatNeverToldAnythingEndsToo() {
    fallAsleep();
    page(query());
    time.pass(Duration.ofSeconds(40));

    assertThat(states()).containsExactly("loading", "stopped");
  }

  private void fallAsleep() {
    row = asleep();
    sandbox = SandboxState.ASLEEP;
  }

  private List<Object> states() {
    return page(query()).events().stream()
        .filter(event -> "agent_state_changed".equals(event.observation()))
        .map(EventReaderTest::stateOf)
        .toList();
  }

  @Test
  void allEventsComeInOrderAndNothingIsReadAfterClose() {
    store(250);
    try (Stream<Event> all = reader.all(row, sandbox)) {
      assertThat(all.limit(3)).extracting(Event::id).containsExactly(0L, 1L, 2L);
    }
    assertThat(source.pages).isEqualTo(1);
    try (Stream<Event> all = reader.all(row, sandbox)) {
      assertThat(all).extracting(Event::id).containsExactlyElementsOf(numbers(251));
    }
    Stream<Event> closed = reader.all(row, sandbox);
    var events = closed.iterator();
    closed.close();
    assertThat(events.hasNext()).isFalse();
  }

  @Test
  void whatOnlyTheAgentServerHadIsTheSameWhenItIsGone() {
    source.live.addAll(
        List.of(
            systemPrompt(1),
            message(2, "a"),
            stats(3, 7),
            command(4, "c", "r"),
            output(5, 4, "c"),
            command(6, "d", "r")));
    source.store(message(2, "a"), output(5, 4, "c"), command(6, "d", "r"));
    row = running();
    List<Event> before = page(query()).events();
    assertThat(before).hasSize(6);
    assertThat(before.get(3).llmMetrics()).containsEntry("accumulated_cost", 7.0);

    source.live.clear();
    row = row("finished");

    assertThat(page(query()).events()).isEqualTo(before);
    assertThat(page(query().reverse(true).limit(6)).events().get(4)).isEqualTo(before.get(1));
    assertThat(reader.all(row, sandbox)).startsWith(before.toArray(Event[]::new));
  }

  @Test
  void aLedgerKeepsWhatOnlyTheAgentServerHadForOtherProcesses() {
    TableLedger ledger = new TableLedger();
    reader = new EventReader(source, new EventLogs(ledger), time);
    source.live.addAll(
        List.of(systemPrompt(1), stats(2, 7), command(3, "c", "r"), message(4, "b")));
    source.store(message(4, "b"));
    row = running();
    List<Event> before = page(query()).events();
    assertThat(before).hasSize(4);

    source.live.clear();
    reader = new EventReader(source, new EventLogs(ledger), time);

    assertThat(page(query()).events()).isEqualTo(before);
  }

  @Test
  void theSystemPromptIsInTheLedgerTogetherWithItsNumber() {
    TableLedger ledger = new TableLedger();
    reader = new EventReader(source, new EventLogs(ledger), time);
    source.live.addAll(List.of(systemPrompt(1), message(2, "a")));
    source.store(message(2, "a"));
    row = running();
    List<Event> before = page(query().limit(2)).events();
    assertThat(before).hasSize(2);

    source.live.clear();
    reader = new EventReader(source, new EventLogs(ledger), time);

    assertThat(page(query().limit(2)).events()).isEqualTo(before);
  }

  @Test
  void anEventIsInTheLedgerOnlyIfTheAppServerDidNotGetItInTime() {
    TableLedger ledger = new TableLedger();
    reader = new EventReader(source, new EventLogs(ledger), time);
    source.live.addAll(List.of(message(3590, "late"), message(3591, "lost")));
    row = running();
    List<Event> before = page(query()).events();
    assertThat(contents(ledger)).isZero();

    source.store(message(3590, "late"));
    page(query());
    time.pass(Duration.ofMinutes(3));
    page(query());
    assertThat(contents(ledger)).isEqualTo(1);
    page(query());
    assertThat(contents(ledger)).isEqualTo(1);

    source.live.clear();
    reader = new EventReader(source, new EventLogs(ledger), time);
    assertThat(page(query()).events()).isEqualTo(before);
  }

  @Test
  void whatASandboxLeavesBehindIsKeptAtOnce() {
    TableLedger ledger = new TableLedger();
    reader = new EventReader(source, new EventLogs(ledger), time);
    source.live.add(message(3590, "lost"));
    row = running();
    List<Event> before = page(query()).events();

    source.live.clear();
    row = row("finished");
    page(query());
    reader = new EventReader(source, new EventLogs(ledger), time);

    assertThat(page(query()).events()).isEqualTo(before);
  }

  @Test
  void whatASandboxThatReadsAsBrokenInPassingHadIsNotYetLeftBehind() {
    TableLedger ledger = new TableLedger();
    reader = new EventReader(source, new EventLogs(ledger), time);
    source.live.add(message(3590, "on its way"));
    row = running();
    page(query());

    readAsBroken();
    page(query());

    assertThat(contents(ledger)).isZero();
  }

  @Test
  void whatTheAppServerLostIsInTheLedgerBeforeAFirstLookIsOver() {
    TableLedger ledger = new TableLedger();
    store(400);
    source.live.addAll(source.stored);
    source.stored.remove(10);
    row = running();
    List<Event> before =
        new EventReader(source, new EventLogs(ledger), time).all(row, sandbox).limit(150).toList();
    assertThat(before.get(11).message()).isEqualTo("text 10");

    // that process is gone, and another one reads on
    assertThat(new EventReader(source, new EventLogs(ledger), time).all(row, sandbox)).hasSize(401);
    source.live.clear();
    reader = new EventReader(source, new EventLogs(ledger), time);

    assertThat(reader.all(row, sandbox)).hasSize(401).startsWith(before.toArray(Event[]::new));
  }

  private static long contents(TableLedger ledger) {
    return ledger.read(ID, 0).stream().filter(line -> line.contains("KEPT")).count();
  }

  @Test
  void anEventFromTheFutureDoesNotStandForAllThatWereRead() {
    store(250);
    source.store(message(40 * 24 * 3_600, "next month"));
    long next = ids(query().reverse(true).limit(1)).get(0) + 1;
    source.pages = 0;

    source.store(message(251, "new"));

    assertThat(page(query().startId(next)).events())
        .extracting(Event::message)
        .containsExactly("new");
    assertThat(source.pages).isEqualTo(2); // still two minutes back and no more
  }

  @Test
  void anEventIsRatherNotGivenThanChanged() {
    source.store(command(1, "c", "r"), output(2, 1, "c"), message(3, "b"));
    EventLogs logs = new EventLogs(null);
    new EventReader(source, logs, time).page(row, sandbox, query().build());
    source.stored.remove(0);
    reader = new EventReader(source, logs, time);

    assertThat(ids(query())).containsExactly(0L, 3L);
  }

  @Test
  void eventsThatTheServerLostAreSkipped() {
    store(5);
    page(query());
    V1Event lost = source.stored.remove(2);
    reader = new EventReader(source, logsOf(lost), time);

    assertThat(ids(query())).containsExactly(0L, 1L, 2L, 4L, 5L);
  }

  private EventLogs logsOf(V1Event lost) {
    EventLogs logs = new EventLogs(null);
    source.stored.add(2, lost);
    new EventReader(source, logs, time).page(row, sandbox, query().build());
    source.stored.remove(lost);
    return logs;
  }

  private void store(int count) {
    store(0, count);
  }

  private void store(int from, int to) {
    IntStream.range(from, to).forEach(n -> source.store(message(n, "text " + n)));
  }

  private static List<Long> numbers(int count) {
    return IntStream.range(0, count).mapToObj(n -> (long) n).toList();
  }

  private EventPage page(EventQueryBuilder query) {
    return reader.page(row, sandbox, query.build());
  }

  private List<Long> ids(EventQueryBuilder query) {
    return page(query).events().stream().map(event -> Objects.requireNonNull(event.id())).toList();
  }

  private static EventQueryBuilder query() {
    return EventQuery.builder();
  }

  private static Object stateOf(Event event) {
    return Objects.requireNonNull(Objects.requireNonNull(event.extras()).get("agent_state"));
  }

  private static Object modelOf(Event event) {
    Map<?, ?> metadata = Objects.requireNonNull(event.toolCallMetadata());
    Map<?, ?> response = (Map<?, ?>) Objects.requireNonNull(metadata.get("model_response"));
    return Objects.requireNonNull(response.get("model"));
  }

  /** The server does not know what an agent does whose sandbox is not there. */
  private static AppConversation asleep() {
    return AppConversation.builder().id(ID).llmModel("provider/model").build();
  }

  private static AppConversation running() {
    return AppConversationBuilder.builder(row("running"))
        .sandboxStatus(SandboxStatus.RUNNING)
        .build();
  }

  private static AppConversation row(String status) {
    return AppConversation.builder()
        .id(ID)
        .llmModel("provider/model")
        .executionStatus(ConversationExecutionStatus.of(status))
        .build();
  }
}
