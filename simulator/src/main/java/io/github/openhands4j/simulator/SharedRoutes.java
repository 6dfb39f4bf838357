package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /api/shared-conversations} and {@code /api/shared-events}: what is public. No key. */
final class SharedRoutes {

  private static final int MOST_IDS = 100;
  private static final List<String> HIDDEN =
      List.of(
          "sandbox_status",
          "execution_status",
          "conversation_url",
          "session_api_key",
          "acp_server",
          "launched_agent_profile",
          "public",
          "tags",
          "trigger",
          "agent_kind");

  private final World world;

  /** For one world. */
  SharedRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.open("/api/shared-conversations", this::conversations),
        Route.open("/api/shared-events/search", this::search),
        Route.open("/api/shared-events/count", this::count),
        Route.open("/api/shared-events", this::batch),
        Route.open("/api/shared-events/{conversation_id}/{event_id}", this::single));
  }

  private Optional<SimulatedConversation> shared(String id) {
    return Uuids.hex(id)
        .flatMap(world::conversation)
        .filter(it -> it.fields().path("public").asBoolean());
  }

  private Reply conversations(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    List<String> ids = query.texts("ids");
    if (!query.found().none()) {
      return query.found().reply();
    }
    ArrayNode answer = Json.array();
    for (String id : ids) {
      answer.add(shared(id).map(this::show).orElse(NullNode.getInstance()));
    }
    return Reply.ok(answer);
  }

  private JsonNode show(SimulatedConversation conversation) {
    ObjectNode json = ConversationJson.of(world, conversation, true);
    return json.remove(HIDDEN);
  }

  private List<StoredEvent> events(QueryReader query, String conversation, Instant now) {
    String kind = query.text("kind__eq");
    return shared(conversation)
        .flatMap(it -> Uuids.hex(conversation))
        .map(
            id ->
                new EventQuery(
                        kind == null ? null : event -> event.kind().equals(kind),
                        query.text("timestamp__gte"),
                        query.text("timestamp__lt"))
                    .ofSorted(world.events().of(id).store(now)))
        .orElse(List.of());
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    String id = query.required("conversation_id");
    int limit = query.limit();
    return query.found().none()
        ? Page.of(events(query, id, call.now()), query.text("page_id"), limit, StoredEvent::json)
        : query.found().reply();
  }

  private Reply count(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    String id = query.required("conversation_id");
    return query.found().none()
        ? Reply.ok(IntNode.valueOf(events(query, id, call.now()).size()))
        : query.found().reply();
  }

  private Reply batch(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    String conversation = query.required("conversation_id");
    List<String> ids = query.texts("id");
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (ids.size() > MOST_IDS) {
      return Reply.detail(400, "Cannot request more than 100 events at once, got " + ids.size());
    }
    ArrayNode answer = Json.array();
    ids.forEach(id -> answer.add(event(conversation, id, call.now())));
    return Reply.ok(answer);
  }

  private Reply single(Exchange call) {
    return Reply.ok(
        event(call.pathValue("conversation_id"), call.pathValue("event_id"), call.now()));
  }

  private JsonNode event(String conversation, String id, Instant now) {
    return shared(conversation)
        .flatMap(it -> Uuids.hex(conversation))
        .flatMap(hex -> world.events().of(hex).stored(id, now))
        .<JsonNode>map(StoredEvent::json)
        .orElse(NullNode.getInstance());
  }
}
