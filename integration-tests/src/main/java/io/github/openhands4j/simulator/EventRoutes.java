package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/conversation/{id}/events}: search, count, batch over the few events the simulator
 * makes. An unknown conversation has none; a bad id or page token is a 500.
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
    List<ObjectNode> events = matching(id.get(), query);
    if (order.equals("TIMESTAMP_DESC")) {
      Collections.reverse(events);
    }
    return Page.of(events, token, limit, ObjectNode::deepCopy);
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
    return Reply.ok(IntNode.valueOf(matching(id.get(), query).size()));
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
      Optional<ObjectNode> event =
          world.events().of(conversation.get()).stream()
              .filter(each -> Uuids.hex(id).equals(Uuids.hex(each.path("id").asText())))
              .findFirst();
      if (event.isPresent()) {
        answer.add(event.get().deepCopy());
      } else {
        answer.add(NullNode.getInstance());
      }
    }
    return Reply.ok(answer);
  }

  private static void checkFilters(QueryReader query) {
    query.literal("kind__eq", KINDS);
    query.time("timestamp__gte");
    query.time("timestamp__lt");
  }

  /** Times are compared as texts, as the server does. */
  private List<ObjectNode> matching(String id, QueryReader query) {
    List<ObjectNode> events = new ArrayList<>(world.events().of(id));
    String kind = query.text("kind__eq");
    if (kind != null) {
      events.removeIf(event -> !kind.equals(Json.text(event, "kind")));
    }
    cut(events, query.text("timestamp__gte"), false);
    cut(events, query.text("timestamp__lt"), true);
    return events;
  }

  private static void cut(List<ObjectNode> events, @Nullable String bound, boolean below) {
    if (bound != null) {
      events.removeIf(event -> (event.path("timestamp").asText().compareTo(bound) < 0) != below);
    }
  }
}
