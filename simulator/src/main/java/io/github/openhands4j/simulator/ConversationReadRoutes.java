package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code GET /api/v1/app-conversations}: batch, search, count. */
final class ConversationReadRoutes {

  private static final String PATH = "/api/v1/app-conversations";
  private static final int MOST_IDS = 99;

  private final World world;

  /** For one world. */
  ConversationReadRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/search", this::search),
        Route.of("GET", PATH + "/count", this::count),
        Route.of("GET", PATH, this::batch));
  }

  private Reply batch(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    List<String> ids = query.texts("ids");
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (ids.size() > MOST_IDS) {
      return Reply.detail(400, "Too many ids requested. Maximum is 99.");
    }
    List<String> bad = ids.stream().filter(id -> Uuids.hex(id).isEmpty()).toList();
    if (!bad.isEmpty()) {
      String list = bad.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
      return Reply.detail(400, "Invalid UUID format for ids: [" + list + "]");
    }
    ArrayNode answer = Json.array();
    for (String id : ids) {
      answer.add(byId(Uuids.hex(id).orElseThrow(), call.now()));
    }
    return Reply.ok(answer);
  }

  private JsonNode byId(String id, Instant now) {
    Optional<SimulatedConversation> conversation = world.conversation(id);
    if (conversation.isPresent()) {
      return show(conversation.get(), true, now);
    }
    world.underWay(id).ifPresent(task -> task.wasRead(now));
    return NullNode.getInstance();
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    ConversationFilter filter = ConversationFilter.from(query);
    int limit = query.limit();
    boolean children = query.truth("include_sub_conversations");
    if (!query.found().none()) {
      return query.found().reply();
    }
    List<SimulatedConversation> found = new ArrayList<>();
    for (SimulatedConversation each : world.conversations()) {
      if (filter.admits(each)
          && (children || each.fields().path("parent_conversation_id").isNull())) {
        found.add(each);
      }
    }
    found.sort(Comparator.comparing(SimulatedConversation::createdAt));
    Collections.reverse(found);
    return Page.of(found, query.text("page_id"), limit, each -> show(each, false, call.now()));
  }

  private Reply count(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    ConversationFilter filter = ConversationFilter.from(query);
    if (!query.found().none()) {
      return query.found().reply();
    }
    long count = world.conversations().stream().filter(filter::admits).count();
    return Reply.ok(IntNode.valueOf(Math.toIntExact(count)));
  }

  private JsonNode show(SimulatedConversation conversation, boolean children, Instant now) {
    JsonNode json = ConversationJson.of(world, conversation, children);
    conversation.wasRead(now);
    return json;
  }
}
