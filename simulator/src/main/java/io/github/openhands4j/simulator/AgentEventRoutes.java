package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The agent server's routes of events. Searches follow the order of arrival, leave nulls out, and
 * their page token is the id of the next page's first event.
 */
final class AgentEventRoutes {

  private static final String PATH = "/api/conversations/{conversation_id}/events";
  private static final int MOST = 100;

  private final World world;
  private final AgentSide side;

  /** For one world. */
  AgentEventRoutes(World world) {
    this.world = world;
    this.side = new AgentSide(world);
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/search", this::search),
        Route.of("GET", PATH + "/count", this::count),
        Route.of("GET", PATH + "/{event_id}", this::one),
        Route.withBody("POST", PATH, this::send));
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    EventQuery wanted = wanted(query);
    String order = query.oneOf("sort_order", List.of("TIMESTAMP", "TIMESTAMP_DESC"), "TIMESTAMP");
    int limit = query.limit(MOST, Integer.MAX_VALUE);
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (limit > MOST) {
      return Reply.agentCrash(500, "");
    }
    return side.withConversation(
        call,
        unknown(call),
        conversation -> {
          List<StoredEvent> found = wanted.of(world.events().of(conversation.id()).agent());
          boolean newestFirst = order.equals("TIMESTAMP_DESC");
          return page(
              newestFirst ? SortedEvents.reversed(found) : found, query.text("page_id"), limit);
        });
  }

  private static Reply page(List<StoredEvent> events, @Nullable String first, int limit) {
    int from = 0;
    for (int i = 0; first != null && i < events.size(); i++) {
      if (events.get(i).id().equals(first)) {
        from = i;
        break;
      }
    }
    int to = Math.min(events.size(), from + limit);
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("items");
    for (StoredEvent event : events.subList(from, to)) {
      items.add(EventJson.told(event.json()));
    }
    page.put("next_page_id", to < events.size() ? events.get(to).id() : null);
    return Reply.ok(page);
  }

  private Reply count(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    EventQuery wanted = wanted(query);
    if (!query.found().none()) {
      return query.found().reply();
    }
    return side.withConversation(
        call,
        unknown(call),
        conversation ->
            Reply.ok(
                IntNode.valueOf(wanted.of(world.events().of(conversation.id()).agent()).size())));
  }

  /** An unknown event is an unhandled error. */
  private Reply one(Exchange call) {
    String id = call.pathValue("event_id");
    return side.withConversation(
        call,
        unknown(call),
        conversation ->
            world.events().of(conversation.id()).agent().stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .map(event -> Reply.ok(event.json()))
                .orElse(Reply.agentCrash(500, "'Unknown event_id: " + id + "'")));
  }

  /** Of a conversation that is not here. */
  static Reply unknown(Exchange call) {
    return Uuids.hex(call.pathValue("conversation_id"))
        .map(id -> Reply.detail(404, "Conversation not found: " + Uuids.dashed(id)))
        .orElseGet(() -> Reply.detail(404, "Not Found"));
  }

  private Reply send(Exchange call) {
    Violations found = new Violations();
    Checks checks = new Checks(found);
    JsonNode body = call.body();
    if (checks.isBody(body)) {
      List<String> roles = List.of("user", "system", "assistant", "tool");
      checks.optional(body, Loc.body(), "role", (role, at) -> checks.literal(role, at, roles));
      checks.optional(
          body, Loc.body(), "content", (value, at) -> new ContentRules(found).blocks(value, at, 0));
      checks.optional(body, Loc.body(), "run", checks::truth);
    }
    if (!found.none()) {
      return found.reply();
    }
    return side.withConversation(
        call,
        unknown(call),
        conversation -> {
          conversation.message(body.path("content"), Checks.isTrue(body.path("run")), call.now());
          return Reply.success();
        });
  }

  private static EventQuery wanted(QueryReader query) {
    Predicate<StoredEvent> wanted = null;
    String kind = query.text("kind");
    if (kind != null) {
      wanted = event -> isPythonClass(kind, event.kind());
    }
    String source = query.text("source");
    if (source != null) {
      Predicate<StoredEvent> fits = event -> event.source().equals(source);
      wanted = wanted == null ? fits : wanted.and(fits);
    }
    String body = query.text("body");
    if (body != null) {
      Predicate<StoredEvent> fits = event -> says(event, body);
      wanted = wanted == null ? fits : wanted.and(fits);
    }
    return new EventQuery(
        wanted,
        bound(query.text("timestamp__gte"), query.time("timestamp__gte")),
        bound(query.text("timestamp__lt"), query.time("timestamp__lt")));
  }

  /** The class must be named with its packages; the simple name finds nothing. */
  private static boolean isPythonClass(String given, String kind) {
    return given.startsWith("openhands.sdk.event.") && given.endsWith("." + kind);
  }

  private static boolean says(StoredEvent event, String text) {
    return event.kind().equals("MessageEvent")
        && Messages.text(event.json().at("/llm_message/content")).contains(text);
  }

  /** Times with a zone are converted to the sandbox's, which is UTC. */
  private static @Nullable String bound(@Nullable String given, @Nullable Instant time) {
    return given == null || time == null ? null : Timestamps.naive(time);
  }
}
