package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventBuilder;
import io.github.openhands4j.model.v0.event.EventFilter;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.model.v0.event.EventQueryBuilder;
import io.github.openhands4j.realserver.Patience;
import io.github.openhands4j.v0.V0Exception;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What callers read of runs, event by event, and the actions they send. */
final class EventScenarios {

  private static final int MOST = 100;
  private static final String STATE = "agent_state_changed";

  /** What V0 did of its own accord, and wrote down. */
  private static final Set<String> INNER =
      Set.of("change_agent_state", "recall", "recall answered");

  private EventScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("events", EventScenarios::ofRun),
        new Scenario("events-of-failure", EventScenarios::ofFailure),
        new Scenario("event-bounds", EventScenarios::bounds),
        new Scenario("events-of-unknown", EventScenarios::ofUnknown),
        new Scenario("actions", EventScenarios::actions),
        new Scenario("trajectory", EventScenarios::trajectory));
  }

  private static void ofRun(Session session) {
    session.create(
        "it",
        soon("RUN: echo hello"),
        id -> {
          awaitState(session, id, "finished");
          session.step("kinds", () -> kinds(all(session, id)));
          session.step(
              "some are inner steps",
              () -> all(session, id).stream().map(EventScenarios::kind).anyMatch(INNER::contains));
          for (String kind :
              List.of("system", "message", "run", "run answered", "finish", STATE + " finished")) {
            session.step(kind, () -> bare(first(all(session, id), kind)));
          }
          session.step("numbers are dense", () -> areDense(all(session, id)));
          session.step(
              "the output answers the command",
              () -> {
                List<Event> events = all(session, id);
                return Objects.equals(
                    first(events, "run answered").cause(), first(events, "run").id());
              });
          session.step("the last state", () -> lastState(all(session, id)));
          session.run("go on", () -> session.client().addMessage(id, "SAY: good morning"));
          awaitState(session, id, "awaiting_user_input|finished");
          session.step("the answer", () -> bare(last(all(session, id), "message")));
          session.step("stop", () -> session.client().stopConversation(id));
          session.step("numbers of a stopped one are dense", () -> areDense(all(session, id)));
        });
  }

  private static void ofFailure(Session session) {
    session.create(
        "it",
        soon("FAIL: 401"),
        id -> {
          awaitState(session, id, "error");
          session.step("the last state", () -> lastState(all(session, id)));
          session.step("kinds", () -> kinds(all(session, id)));
        });
  }

  private static void bounds(Session session) {
    session.create(
        "it",
        soon("FINISH: x"),
        id -> {
          awaitState(session, id, "finished");
          pages()
              .forEach(
                  (name, query) ->
                      session.step(
                          name,
                          () -> {
                            var page = session.client().events().listEvents(id, query);
                            return Map.of(
                                "numbers", page.events().stream().map(Event::id).toList(),
                                "more", page.hasMore());
                          }));
          session.step(
              "newest alone",
              () -> {
                List<Event> all = all(session, id);
                EventQuery newest = query().reverse(true).limit(1).build();
                return session
                    .client()
                    .events()
                    .listEvents(id, newest)
                    .events()
                    .equals(all.subList(all.size() - 1, all.size()));
              });
        });
  }

  private static Map<String, EventQuery> pages() {
    Map<String, EventQuery> pages = new LinkedHashMap<>();
    pages.put("first two", query().limit(2).build());
    pages.put("from 1 to 2", query().startId(1L).endId(2L).build());
    pages.put("from 1 to 2 backwards", query().startId(1L).endId(2L).reverse(true).build());
    pages.put("from 2 to 1", query().startId(2L).endId(1L).build());
    pages.put("from beyond the end", query().startId(1000L).build());
    pages.put("from a negative number", query().startId(-1L).limit(1).build());
    pages.put("none", query().limit(0).build());
    pages.put("a negative limit", query().limit(-1).build());
    pages.put("101", query().limit(MOST + 1).build());
    return pages;
  }

  private static void ofUnknown(Session session) {
    session.keep(ReadScenarios.UNKNOWN);
    ReadScenarios.unknownIds()
        .forEach(
            (name, id) -> {
              session.step(
                  "events " + name,
                  () -> session.client().events().listEvents(id, EventQuery.oldest()));
              session.step("trajectory " + name, () -> taken(session, id));
              session.run(
                  "action " + name, () -> session.client().events().addEvent(id, message("hello")));
            });
  }

  private static void actions(Session session) {
    session.create(
        "it",
        CreateScenarios.request().build(),
        id -> {
          session.await(id, AgentState.IDLE);
          session.run(
              "message", () -> session.client().events().addEvent(id, message("FINISH: x")));
          session.await(id, AgentState.DONE);
          session.run("state", () -> session.client().events().addEvent(id, state("paused")));
          session.run("odd state", () -> session.client().events().addEvent(id, state("nosuch")));
          session.run(
              "unknown action",
              () -> session.client().events().addEvent(id, Map.of("action", "nosuch")));
          session.run("nothing", () -> session.client().events().addEvent(id, Map.of()));
          session.run(
              "an observation",
              () -> session.client().events().addEvent(id, Map.of("observation", "null")));
          session.step("stop", () -> session.client().stopConversation(id));
          session.run(
              "state of a stopped one",
              () -> session.client().events().addEvent(id, state("paused")));
        });
  }

  private static void trajectory(Session session) {
    session.create(
        "it",
        soon("RUN: echo hello"),
        id -> {
          awaitState(session, id, "finished");
          session.step("kinds", () -> kinds(taken(session, id)));
          session.step("is what the events are", () -> taken(session, id).equals(all(session, id)));
          session.step(
              "filtered",
              () ->
                  kinds(
                      session
                          .client()
                          .events()
                          .listEvents(
                              id,
                              query()
                                  .filter(EventFilter.builder().source("user").build())
                                  .limit(MOST)
                                  .build())
                          .events()));
          session.step("stop", () -> session.client().stopConversation(id));
          session.step("kinds of a stopped one", () -> kinds(taken(session, id)));
          session.step("delete", () -> session.client().deleteConversation(id));
          session.step("of a deleted one", () -> taken(session, id));
        });
  }

  private static EventQueryBuilder query() {
    return EventQuery.builder();
  }

  private static Map<String, @Nullable Object> message(String text) {
    return Map.of("action", "message", "args", Map.of("content", text));
  }

  private static Map<String, @Nullable Object> state(String state) {
    return Map.of("action", "change_agent_state", "args", Map.of("agent_state", state));
  }

  private static List<Event> all(Session session, String id) {
    return session.client().events().listEvents(id, query().limit(MOST).build()).events();
  }

  private static List<Event> taken(Session session, String id) {
    try (Stream<Event> events = session.client().events().trajectory(id)) {
      return events.toList();
    }
  }

  /**
   * A create whose agent gives the server a moment: it sets the agent to work when the model may
   * have failed already, and then that is the last it says.
   */
  private static CreateConversationRequest soon(String script) {
    return CreateScenarios.saying("WAIT: 1\n" + script);
  }

  /** Until nothing is written any more. */
  private static void awaitState(Session session, String id, String states) {
    Patience.untilSteady(
        id + " says it is " + states,
        () -> stateOrTrouble(session, id),
        state -> state.matches("(" + states + ")\\d+"));
  }

  private static String stateOrTrouble(Session session, String id) {
    try {
      List<Event> events = all(session, id);
      return lastState(events).map(state -> state + events.size()).orElse("");
    } catch (V0Exception notNow) {
      return "status " + notNow.status();
    }
  }

  /** As a caller of V0 waits: by the newest change of state after the newest message. */
  private static Optional<String> lastState(List<Event> events) {
    Optional<String> state = Optional.empty();
    for (Event event : events) {
      if ("message".equals(event.action()) && "user".equals(event.source())) {
        state = Optional.empty();
      } else if (STATE.equals(event.observation()) && event.extras() != null) {
        state = Optional.ofNullable((String) event.extras().get("agent_state"));
      }
    }
    return state;
  }

  /** What happened, in order. */
  private static List<String> kinds(List<Event> events) {
    return events.stream().map(EventScenarios::kind).filter(kind -> !INNER.contains(kind)).toList();
  }

  private static String kind(Event event) {
    if (event.action() != null) {
      return event.action();
    }
    return STATE.equals(event.observation()) && event.extras() != null
        ? STATE + " " + event.extras().get("agent_state")
        : event.observation() + " answered";
  }

  private static Event first(List<Event> events, String kind) {
    return events.stream().filter(event -> kind(event).equals(kind)).findFirst().orElseThrow();
  }

  private static Event last(List<Event> events, String kind) {
    return events.stream()
        .filter(event -> kind(event).equals(kind))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  /** Without its place among the others, which the two servers need not share. */
  private static Event bare(Event event) {
    return EventBuilder.builder(event).id(null).cause(event.cause() == null ? null : 0L).build();
  }

  private static boolean areDense(List<Event> events) {
    for (int i = 0; i < events.size(); i++) {
      if (!Objects.equals(events.get(i).id(), (long) i)) {
        return false;
      }
    }
    return true;
  }
}
