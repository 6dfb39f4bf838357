package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code /api/v1/conversation/{id}/events}: search, count, batch over what was delivered by the
 * agent server. An unknown conversation has none; a bad id or page token is a 500.
 */
final class EventRoutes {

  private static final String PATH = "/api/v1/conversation/{id}/events";
  private static final int MOST_IDS = 100;
  private static final List<String> KINDS =
      List.of(
          "ServerErrorEvent",
          "ACPToolCallEvent",
          "Condensation",
          "CondensationRequest",
          "CondensationSummaryEvent",
          "ConversationErrorEvent",
          "ConversationStateUpdateEvent",
          "HookExecutionEvent",
          "LLMCompletionLogEvent",
          "ActionEvent",
          "MessageEvent",
          "AgentErrorEvent",
          "ObservationEvent",
          "UserRejectObservation",
          "SystemPromptEvent",
          "StreamingDeltaEvent",
          "TokenEvent",
          "InterruptEvent",
          "PauseEvent");

  private final World world;

  /** For one world. */
  EventRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/search", this::search),
        Route.of("GET", PATH + "/count", this::count),
        Route.of("GET", PATH, this::batch));
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    checkFilters(query);
    String order = query.oneOf("sort_order", List.of("TIMESTAMP", "TIMESTAMP_DESC"), "TIMESTAMP");
    int limit = query.limit();
    if (!query.found().none()) {
      return query.found().reply();
    }
    Optional<String> id = Uuids.hex(call.pathValue("id"));
    String token = query.text("page_id");
    if (id.isEmpty() || (token != null && !token.matches("\\d{1,9}"))) {
      return Reply.crash();
    }
    List<StoredEvent> events = matching(id.get(), query, call.now());
    return Page.of(
        order.equals("TIMESTAMP_DESC") ? SortedEvents.reversed(events) : events,
        token,
        limit,
        StoredEvent::json);
  }

  private Reply count(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    checkFilters(query);
    if (!query.found().none()) {
      return query.found().reply();
    }
    Optional<String> id = Uuids.hex(call.pathValue("id"));
    if (id.isEmpty()) {
      return Reply.crash();
    }
    return Reply.ok(IntNode.valueOf(matching(id.get(), query, call.now()).size()));
  }

  private Reply batch(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    List<String> ids = query.texts("id");
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (ids.size() > MOST_IDS) {
      return Reply.detail(400, "Cannot request more than 100 events at once, got " + ids.size());
    }
    Optional<String> conversation = Uuids.hex(call.pathValue("id"));
    if (conversation.isEmpty() || ids.stream().anyMatch(id -> Uuids.hex(id).isEmpty())) {
      return Reply.crash();
    }
    ArrayNode answer = Json.array();
    for (String id : ids) {
      answer.add(
          world
              .events()
              .of(conversation.get())
              .stored(id, call.now())
              .map(StoredEvent::json)
              .orElse(NullNode.getInstance()));
    }
    return Reply.ok(answer);
  }

  private static void checkFilters(QueryReader query) {
    query.literal("kind__eq", KINDS);
    query.time("timestamp__gte");
    query.time("timestamp__lt");
  }

  /** Times are compared as texts, as the server does. */
  private List<StoredEvent> matching(String id, QueryReader query, Instant now) {
    String kind = query.text("kind__eq");
    return new EventQuery(
            kind == null ? null : event -> event.kind().equals(kind),
            query.text("timestamp__gte"),
            query.text("timestamp__lt"))
        .ofSorted(world.events().of(id).store(now));
  }
}
