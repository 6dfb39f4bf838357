package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventFilter;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.V0Exception;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading and sending events promises. */
public abstract class V0EventsContract extends V0WorldTest {

  private static final String STATE = "agent_state_changed";

  private EventPage list(String id, EventQuery query) {
    return client().events().listEvents(id, query);
  }

  private EventPage range(String id, @Nullable Long start, @Nullable Long end, boolean reverse) {
    return list(id, new EventQuery(start, end, reverse, 100, null));
  }

  private List<Event> all(String id) {
    return all(id, 100);
  }

  /** Reads as old applications do: from one after the last number. */
  private List<Event> all(String id, int page) {
    List<Event> events = new ArrayList<>();
    for (int pages = 0; pages < 100; pages++) {
      EventPage read =
          list(id, EventQuery.builder().startId((long) events.size()).limit(page).build());
      events.addAll(read.events());
      if (!read.hasMore()) {
        return events;
      }
    }
    throw new AssertionError("the events have no end");
  }

  private static List<Long> numbers(EventPage page) {
    return page.events().stream().map(V0EventsContract::number).toList();
  }

  private static Long number(Event event) {
    return Objects.requireNonNull(event.id());
  }

  private static @Nullable Object argument(Event event, String name) {
    return event.args() == null ? null : event.args().get(name);
  }

  private static @Nullable Object extra(Event event, String name) {
    return event.extras() == null ? null : event.extras().get(name);
  }

  private static List<@Nullable Object> states(List<Event> events) {
    List<@Nullable Object> states = new ArrayList<>();
    events.stream()
        .filter(event -> STATE.equals(event.observation()))
        .forEach(event -> states.add(extra(event, "agent_state")));
    return states;
  }

  @Test
  void eventsAreNumberedFromZeroWithoutGapsAndEachIsAnActionOrAnObservation() {
    String id = world().anyRunning();
    world().runCommands(id, 10);

    List<Event> events = all(id, 7);

    assertThat(events.stream().map(V0EventsContract::number))
        .containsExactlyElementsOf(
            IntStream.range(0, events.size()).mapToObj(i -> (Long) (long) i).toList());
    assertThat(events)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            event -> {
              assertThat(event.timestamp())
                  .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*[0-9]");
              assertThat(event.source()).isIn("agent", "user", "environment");
              assertThat((event.action() == null) != (event.observation() == null)).isTrue();
              assertThat(event.action() == null).isEqualTo(event.args() == null);
              assertThat(event.observation() == null).isEqualTo(event.extras() == null);
            });
  }

  @Test
  void firstEventTellsThatTheAgentIsLoading() {
    Event first = list(world().anyRunning(), EventQuery.oldest()).events().get(0);

    assertThat(first.observation()).isEqualTo(STATE);
    assertThat(first.source()).isEqualTo("environment");
    assertThat(extra(first, "agent_state")).isEqualTo("loading");
  }

  @Test
  void firstMessageOfTheUserIsAmongTheEvents() {
    assertThat(all(world().anyRunning()))
        .filteredOn(event -> "message".equals(event.action()))
        .first()
        .satisfies(
            message -> {
              assertThat(message.source()).isEqualTo("user");
              assertThat(message.message()).isEqualTo("Fix the typo");
              assertThat(argument(message, "content")).isEqualTo("Fix the typo");
              assertThat(argument(message, "wait_for_response")).isEqualTo(false);
            });
  }

  @Test
  void whatCameOfAnActionPointsBackToIt() {
    String id = world().running();
    world().runCommands(id, 2);

    List<Event> events = all(id);

    assertThat(events)
        .filteredOn(event -> "run".equals(event.observation()))
        .hasSize(2)
        .allSatisfy(
            done -> {
              Event action = events.get(Objects.requireNonNull(done.cause()).intValue());
              assertThat(action.action()).isEqualTo("run");
              assertThat(number(action)).isLessThan(number(done));
              assertThat(argument(action, "command")).isEqualTo(extra(done, "command"));
              assertThat(done.success()).isTrue();
            });
  }

  @Test
  void boundsAreInclusiveInBothDirections() {
    String id = world().anyRunning();
    world().runCommands(id, 5);

    assertThat(numbers(range(id, 2L, 4L, false))).containsExactly(2L, 3L, 4L);
    assertThat(numbers(range(id, 2L, 4L, true))).containsExactly(4L, 3L, 2L);
    assertThat(numbers(range(id, 3L, 3L, false))).containsExactly(3L);
    assertThat(numbers(range(id, 4L, 2L, false))).isEmpty();
    assertThat(range(id, 2L, 4L, false).hasMore()).isFalse();
  }

  @Test
  void newestEventTellsHowManyThereAre() {
    String id = world().anyRunning();
    world().runCommands(id, 5);

    EventPage newest = list(id, EventQuery.builder().reverse(true).limit(1).build());

    assertThat(newest.events()).hasSize(1);
    assertThat(number(newest.events().get(0)) + 1).isEqualTo(all(id).size());
    assertThat(newest.hasMore()).isTrue();
  }

  @Test
  void pageHoldsTwentyEventsUnlessSaidOtherwise() {
    String id = world().anyRunning();
    world().runCommands(id, 12);

    EventPage page = list(id, EventQuery.oldest());

    assertThat(page.events()).hasSize(20);
    assertThat(page.hasMore()).isTrue();
  }

  @Test
  void noEventsCanBeAskedForToLearnWhetherThereAreAny() {
    EventPage none = list(world().anyRunning(), EventQuery.builder().limit(0).build());

    assertThat(none.events()).isEmpty();
    assertThat(none.hasMore()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void limitOutOfRangeIsRefusedInV0sWordsWithAndWithoutAFilter(int limit) {
    String id = world().anyRunning();
    EventFilter filter = EventFilter.builder().source("user").build();

    for (EventQuery query :
        List.of(
            EventQuery.builder().limit(limit).build(),
            EventQuery.builder().limit(limit).filter(filter).build())) {
      V0Exception refused = failureOf(() -> list(id, query));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).isEqualTo("{\"detail\":\"Invalid limit\"}");
    }
  }

  @Test
  protected void readEventsNeverChange() {
    String id = world().anyRunning();
    List<Event> before = all(id);

    world().runCommands(id, 3);
    client().addMessage(id, "Go on");
    world().awaitRest(id);

    assertThat(all(id).subList(0, before.size())).isEqualTo(before);
  }

  @Test
  void filterLetsThroughWhatItNamesAndKnowsWhetherThereIsMore() {
    String id = world().experienced();
    client().addMessage(id, "A very UNUSUAL word");
    world().awaitRest(id);
    EventFilter unusual = EventFilter.builder().query("very unusual").source("user").build();

    EventPage found = list(id, EventQuery.builder().limit(50).filter(unusual).build());
    EventPage newest =
        list(
            id,
            EventQuery.builder()
                .reverse(true)
                .limit(1)
                .filter(EventFilter.builder().query("echo").build())
                .build());

    assertThat(found.events())
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.source()).isEqualTo("user"));
    assertThat(found.events().get(0).message()).isEqualTo("A very UNUSUAL word");
    assertThat(found.hasMore()).isFalse();
    assertThat(newest.events()).hasSize(1);
    assertThat(newest.hasMore()).isTrue();
  }

  @Test
  void finishedRunEndsWithItsReportAndTheState() {
    String id = world().running();
    world().finishRun(id, "The typo is gone.");

    List<Event> events = all(id);

    assertThat(events)
        .filteredOn(event -> "finish".equals(event.action()))
        .singleElement()
        .satisfies(
            finish -> {
              assertThat(finish.source()).isEqualTo("agent");
              assertThat(argument(finish, "final_thought")).isEqualTo("The typo is gone.");
            });
    assertThat(states(events)).endsWith("finished").contains("running");
  }

  @Test
  protected void failedRunEndsWithItsReason() {
    String id = world().running();
    world().failRun(id);

    assertThat(all(id))
        .filteredOn(event -> "error".equals(extra(event, "agent_state")))
        .singleElement()
        .satisfies(error -> assertThat((String) extra(error, "reason")).isNotBlank());
  }

  @Test
  void messageSentEitherWayIsAmongTheEvents() {
    String id = world().running();

    client().addMessage(id, "One");
    world().awaitRest(id);
    client().events().addEvent(id, Map.of("action", "message", "args", Map.of("content", "Two")));
    world().awaitRest(id);

    assertThat(
            all(id).stream()
                .filter(e -> "message".equals(e.action()) && "user".equals(e.source()))
                .map(Event::message))
        .containsExactly("Fix the typo", "One", "Two");
  }

  @Test
  void agentCanBePaused() {
    String id = world().working();

    client()
        .events()
        .addEvent(
            id, Map.of("action", "change_agent_state", "args", Map.of("agent_state", "paused")));
    world().awaitRest(id);

    assertThat(states(all(id))).contains("paused");
  }

  @Test
  void actionThatDoesNotExistIsRefusedAndNotStored() {
    String id = world().anyRunning();
    int before = all(id).size();

    V0Exception refused =
        failureOf(
            () -> client().events().addEvent(id, Map.of("action", "dance", "args", Map.of())));

    assertThat(refused.status()).isIn(400, 500);
    assertThat(all(id)).hasSize(before);
  }

  /** What only the runtime had may be gone with it; what is left keeps its numbers. */
  @Test
  protected void stoppedConversationCanStillBeRead() {
    String id = world().running();
    List<Event> before = all(id);
    client().stopConversation(id);

    assertThat(range(id, 0L, before.size() - 1L, false).events())
        .isSubsetOf(before)
        .anyMatch(event -> "Fix the typo".equals(event.message()));
  }

  @Test
  void unknownIdIsToldInV0sWords() {
    String id = world().unknownId();
    List<ThrowingCallable> calls =
        List.of(
            () -> list(id, EventQuery.oldest()),
            () ->
                client()
                    .events()
                    .addEvent(id, Map.of("action", "message", "args", Map.of("content", "m"))));

    assertThat(calls)
        .allSatisfy(
            call -> {
              V0Exception unknown = failureOf(call);
              assertThat(unknown.status()).isEqualTo(404);
              assertThat(unknown.body())
                  .isEqualTo("{\"detail\":\"Conversation " + id + " not found\"}");
            });
  }
}
