package io.github.openhands4j.v0events;

import static io.github.openhands4j.v0events.EventWorld.query;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventFilter;
import io.github.openhands4j.simulator.AgentStep;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.RecordedRequest;
import io.github.openhands4j.v0.V0Exception;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingEventsTest {

  private static final String EVENTS = "/api/v1/conversation/[^/]+/events.*";
  private static final String ROWS = "/api/v1/app-conversations";
  private static final String LIVE = "/api/conversations/[^/]+/events/search";

  private final EventWorld world = new EventWorld();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void anUnknownConversationIs404WithV0sBody() {
    assertThatThrownBy(() -> world.events("0123456789abcdef0123456789abcdef"))
        .isInstanceOfSatisfying(
            V0Exception.class,
            e -> {
              assertThat(e.status()).isEqualTo(404);
              assertThat(e.body())
                  .isEqualTo(
                      "{\"detail\":\"Conversation 0123456789abcdef0123456789abcdef not found\"}");
            });
    assertThatThrownBy(() -> world.client.events().trajectory("abc"))
        .isInstanceOfSatisfying(V0Exception.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void aDeletedConversationIs404AlthoughItsEventsAreStillStored() {
    String id = world.settled(Outcome.finished());
    world.conversation(id).delete();

    assertThatThrownBy(() -> world.events(id))
        .isInstanceOfSatisfying(V0Exception.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void aLimitOutOfRangeIs400AndAsksNobody() {
    for (int limit : new int[] {-1, 101}) {
      assertThatThrownBy(() -> world.page("abc", query().limit(limit)))
          .isInstanceOfSatisfying(
              V0Exception.class,
              e -> {
                assertThat(e.status()).isEqualTo(400);
                assertThat(e.body()).isEqualTo("{\"detail\":\"Invalid limit\"}");
              });
    }
    assertThat(world.server.journal().count("GET", ".*")).isZero();
  }

  @Test
  void aConversationThatStartsIsLoading() {
    String id = world.created();

    assertThat(world.events(id)).extracting(EventWorld::type).containsExactly("loading");
    world.settle();
    assertThat(world.events(id)).first().extracting(EventWorld::type).isEqualTo("loading");
  }

  @Test
  void aFailedStartEndsInAnError() {
    String id = world.settled(Outcome.startError("no sandbox left"));

    List<Event> events = world.events(id);

    assertThat(events).extracting(EventWorld::type).containsExactly("loading", "error");
    assertThat(events.get(1).extras()).containsEntry("reason", "no sandbox left");
  }

  @Test
  void aRunReadsAsV0ToldIt() {
    String id =
        world.settled(
            Outcome.finished()
                .doing(
                    AgentStep.terminal("ls", "README.md", 0),
                    AgentStep.createFile("/workspace/project/a.txt", "a"),
                    AgentStep.think("two options"),
                    AgentStep.mcpTool("fetch", "url", "https://example.org", "ok"),
                    AgentStep.failedCall("no_such", "Tool 'no_such' not found."),
                    AgentStep.stats(0.5, 100, 10),
                    AgentStep.finish("Done.")));

    List<Event> events = world.events(id);

    assertThat(events)
        .extracting(EventWorld::type)
        .containsSubsequence(
            "loading",
            "system",
            "message",
            "run",
            "[run]",
            "edit",
            "[edit]",
            "think",
            "[think]",
            "call_tool_mcp",
            "[mcp]",
            "call_tool_mcp",
            "[error]",
            "finish",
            "finished");
    assertThat(events)
        .allSatisfy(
            event -> assertThat(event.cause() == null || event.cause() < numberOf(event)).isTrue());
    assertThat(events)
        .filteredOn(event -> "run".equals(event.observation()))
        .singleElement()
        .satisfies(output -> assertThat(output.success()).isTrue())
        .extracting(Event::cause)
        .isEqualTo(
            events.stream().filter(e -> "run".equals(e.action())).findFirst().orElseThrow().id());
  }

  @Test
  void eventsThatAreOnTheirWayComeFromTheAgentServerAndKeepTheirNumbers() {
    String id = world.settled(Outcome.runningForever());
    world.conversation(id).events().deliver();
    for (int i = 0; i < 3; i++) {
      world.conversation(id).events().add("{\"kind\":\"PauseEvent\",\"source\":\"user\"}");
    }
    List<Event> before = world.events(id);
    world.conversation(id).events().deliver();
    world.server.agentServer().shutDown();

    assertThat(before).extracting(EventWorld::type).endsWith("change_agent_state");
    assertThat(world.events(id)).isEqualTo(before);
    assertThat(world.client.events().trajectory(id)).isEqualTo(before);
  }

  @Test
  void theSystemPromptIsAtTheAgentServerOnlyAndFoundAgainThere() {
    String id = world.settled(Outcome.runningForever());
    many(id, 600);
    List<Event> all = world.client.events().trajectory(id).toList();

    assertThat(all).extracting(EventWorld::type).startsWith("loading", "system", "message");
    assertThat(world.page(id, query().limit(3)).events()).isEqualTo(all.subList(0, 3));
  }

  @Test
  void theSystemPromptStaysWhenTheSandboxIsGone() {
    var ledger = new ListLedger();
    CompatOptions compat = CompatOptions.builder().eventLedger(ledger).build();
    String id = world.settled(Outcome.runningForever());
    world.conversation(id).events().deliver();
    List<Event> before = world.events(id);
    List<Event> durable = world.client(compat).events().trajectory(id).toList();
    assertThat(before).extracting(EventWorld::type).contains("system");

    world.client.stopConversation(id);
    world.settle();

    assertThat(world.events(id)).startsWith(before.toArray(Event[]::new));
    assertThat(world.client(compat).events().trajectory(id))
        .startsWith(durable.toArray(Event[]::new));
  }

  @Test
  void theAgentServerNeverSeesTheUsersKey() {
    String id = world.settled(Outcome.runningForever());
    world.events(id);

    assertThat(world.server.agentServer().journal().count("GET", LIVE)).isPositive();
    // Its own key is the only one it takes, and another header would hold the user's.
    assertThat(world.server.agentServer().journal().requests())
        .allSatisfy(
            request ->
                assertThat(request.headerNames())
                    .contains("x-session-api-key")
                    .doesNotContain("authorization"));
  }

  /** The row, what the app server has, what is still on its way; see docs/decisions.md. */
  @Test
  void whatIsNewTakesThreeRequestsAndNothingThatIsKnownIsReadAgain() {
    String id = world.settled(Outcome.runningForever());
    hourOfEvents(id, 1_000);
    int next = (int) world.client.events().trajectory(id).count();
    world.time.pass(Duration.ofMinutes(10));
    world.conversation(id).events().add(pausedAt(world.time.now().truncatedTo(ChronoUnit.SECONDS)));

    for (int added : new int[] {1, 0}) {
      long apps = world.server.journal().count("GET", ".*");
      long rows = world.server.journal().count("GET", ROWS);
      long live = world.server.agentServer().journal().count("GET", ".*");
      assertThat(world.page(id, query().startId((long) next)).events()).hasSize(added);
      next += added;

      assertThat(world.server.journal().count("GET", ROWS) - rows).isEqualTo(1);
      assertThat(world.server.journal().count("GET", ".*") - apps).isEqualTo(2);
      assertThat(world.server.agentServer().journal().count("GET", ".*") - live).isEqualTo(1);
      assertThat(
              List.of(
                  newestSince(world.server.journal().requests(), EVENTS),
                  newestSince(world.server.agentServer().journal().requests(), LIVE)))
          .allSatisfy(
              since ->
                  assertThat(since)
                      .isBetween(
                          world.time.now().minus(Duration.ofMinutes(13)),
                          world.time.now().minus(Duration.ofMinutes(2))));
    }
  }

  @Test
  void whatTheAppServerNeverGotIsToldInItsPlaceAndStays() {
    String id = world.settled(Outcome.runningForever());
    Instant first = world.time.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    world.time.pass(Duration.ofHours(1));
    for (int n = 0; n < 300; n++) {
      String event = pausedAt(first.plusSeconds(n));
      if (n < 140 || n > 150) {
        world.conversation(id).events().add(event);
      } else {
        world.conversation(id).events().addToAgentServerOnly(event);
      }
    }
    world.conversation(id).events().deliver();

    List<Event> all = world.client.events().trajectory(id).toList();
    List<Event> pauses = all.stream().filter(ReadingEventsTest::isPause).toList();
    assertThat(pauses).hasSize(300).extracting(Event::timestamp).isSorted();

    world.conversation(id).sandbox().orElseThrow().pause();
    assertThat(world.client.events().trajectory(id)).startsWith(all.toArray(Event[]::new));
  }

  private static boolean isPause(Event event) {
    return "change_agent_state".equals(event.action());
  }

  @Test
  void whatIsNewTakesTwoRequestsWhileTheSandboxSleeps() {
    String id = world.settled(Outcome.runningForever());
    int next = world.events(id).size();
    world.conversation(id).sandbox().orElseThrow().pause();
    long apps = world.server.journal().count("GET", ".*");
    long live = world.server.agentServer().journal().count("GET", ".*");

    assertThat(world.page(id, query().startId((long) next)).events()).isEmpty();

    assertThat(world.server.journal().count("GET", ".*") - apps).isEqualTo(2);
    assertThat(world.server.agentServer().journal().count("GET", ".*") - live).isZero();
  }

  /** From when on the newest request asks for events. */
  private static Instant newestSince(List<RecordedRequest> requests, String path) {
    String query =
        requests.stream()
            .filter(request -> request.path().matches(path))
            .reduce((one, next) -> next)
            .orElseThrow()
            .query();
    Matcher since = Pattern.compile("(^|&)timestamp__gte=([^&]+)").matcher(query);
    assertThat(since.find()).as(query).isTrue();
    return LocalDateTime.parse(URLDecoder.decode(since.group(2), UTF_8)).toInstant(ZoneOffset.UTC);
  }

  private void hourOfEvents(String id, int count) {
    Instant first = world.time.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    world.conversation(id).events().addMany(count, n -> pausedAt(first.plusSeconds(3L * n)));
    world.conversation(id).events().deliver();
  }

  private static String pausedAt(Instant time) {
    return "{\"kind\":\"PauseEvent\",\"source\":\"user\",\"timestamp\":\""
        + DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC).format(time)
        + "\"}";
  }

  @Test
  void aPageOfKnownEventsTakesTwoRequestsHoweverManyThereAre() {
    String id = world.settled(Outcome.runningForever());
    many(id, 1_000);
    world.page(id, query().reverse(true).limit(1));
    long before = world.server.journal().count("GET", ".*");

    assertThat(world.page(id, query().startId(500L).limit(50)).events()).hasSize(50);

    assertThat(world.server.journal().count("GET", ".*") - before).isEqualTo(2);
  }

  @Test
  void pagesReadAgainAreTheSameAndCoverEverything() {
    String id = world.settled(Outcome.runningForever());
    many(id, 450);
    List<Event> all = world.client.events().trajectory(id).toList();

    long number = 0;
    for (int round = 0; round < 2; round++) {
      for (long start = 0; start < all.size(); start += 70) {
        int from = (int) start;
        List<Event> page = world.page(id, query().startId(start).limit(70)).events();
        assertThat(page).isEqualTo(all.subList(from, Math.min(from + 70, all.size())));
      }
    }
    for (Event event : all) {
      assertThat(event.id()).isEqualTo(number++);
    }
    assertThat(world.page(id, query().reverse(true).limit(1)).events())
        .containsExactly(all.get(all.size() - 1));
  }

  @Test
  void aFilterReadsOnUntilThePageIsFull() {
    String id = world.settled(Outcome.runningForever());
    many(id, 450);

    EventFilter filter = EventFilter.builder().query("number 43").build();

    assertThat(world.page(id, query().filter(filter).limit(5)).events()).hasSize(5);
    assertThat(world.page(id, query().filter(filter).limit(5)).hasMore()).isTrue();
    assertThat(world.page(id, query().filter(filter).limit(11)).hasMore()).isFalse();
  }

  @Test
  void anOddEventNeverFailsAPage() {
    String id = world.settled(Outcome.runningForever());
    world.conversation(id).events().add("{\"kind\":\"ActionEvent\",\"action\":7,\"thought\":{}}");
    world.conversation(id).events().add("{\"kind\":[],\"source\":{}}");
    world.conversation(id).events().add("{\"kind\":\"MessageEvent\",\"llm_message\":\"x\"}");
    world.conversation(id).events().add("{\"kind\":\"ObservationEvent\",\"observation\":[1]}");

    assertThat(world.events(id)).extracting(EventWorld::type).endsWith("call_tool_mcp", "[mcp]");
  }

  @Test
  void withoutTheAgentServerEventsAreLateAndNotLost() {
    String id = world.settled(Outcome.runningForever());
    world.server.agentServer().shutDown();
    world.conversation(id).events().add("{\"kind\":\"PauseEvent\",\"source\":\"user\"}");

    int before = world.events(id).size();
    world.conversation(id).events().deliver();

    assertThat(world.events(id)).hasSizeGreaterThanOrEqualTo(before);
    assertThat(world.events(id)).extracting(EventWorld::type).endsWith("change_agent_state");
  }

  @Test
  void aBrokenPageIsAV0Failure() {
    String id = world.settled(Outcome.runningForever());
    for (int i = 0; i < 3; i++) {
      world.server.disturbNext("GET", EVENTS, Disturbance.notTaken().answer(500));
    }

    assertThatThrownBy(() -> world.events(id))
        .isInstanceOfSatisfying(V0Exception.class, e -> assertThat(e.status()).isEqualTo(500));
  }

  @Test
  void aLedgerGivesOtherProcessesTheSameNumbers() {
    var ledger = new ListLedger();
    CompatOptions compat = CompatOptions.builder().eventLedger(ledger).build();
    String id = world.settled(Outcome.runningForever());
    many(id, 150);
    var one = world.client(compat);
    List<Event> first = one.events().listEvents(id, query().limit(100).build()).events();
    world.time.pass(Duration.ofMinutes(1));
    world
        .conversation(id)
        .events()
        .add("{\"kind\":\"PauseEvent\",\"source\":\"user\",\"timestamp\":\"2020-01-01T00:00:00\"}");
    world.conversation(id).events().deliver();
    var two = world.client(compat);

    assertThat(two.events().listEvents(id, query().limit(100).build()).events()).isEqualTo(first);
    assertThat(two.events().trajectory(id).toList())
        .isEqualTo(one.events().trajectory(id).toList());
  }

  private static long numberOf(Event event) {
    return Objects.requireNonNull(event.id());
  }

  private void many(String id, int count) {
    world
        .conversation(id)
        .events()
        .addMany(
            count,
            n ->
                "{\"kind\":\"MessageEvent\",\"source\":\"agent\",\"llm_message\":{\"role\":"
                    + "\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"number "
                    + n
                    + "\"}]}}");
    world.conversation(id).events().deliver();
  }
}
