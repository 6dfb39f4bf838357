package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/app-conversations/start-tasks}: batch, search, count. */
final class StartTaskRoutes {

  private static final String PATH = "/api/v1/app-conversations/start-tasks";
  private static final int MOST_IDS = 100;
  private static final List<String> ORDERS =
      List.of("CREATED_AT", "CREATED_AT_DESC", "UPDATED_AT", "UPDATED_AT_DESC");

  private final World world;

  /** For one world. */
  StartTaskRoutes(World world) {
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
    String conversation = query.uuid("conversation_id__eq");
    Instant since = query.time("created_at__gte");
    String order = query.oneOf("sort_order", ORDERS, "CREATED_AT_DESC");
    int limit = query.limit();
    if (!query.found().none()) {
      return query.found().reply();
    }
    List<SimulatedStartTask> tasks = matching(conversation, since);
    tasks.sort(
        Comparator.comparing(
            order.startsWith("CREATED")
                ? SimulatedStartTask::createdAt
                : SimulatedStartTask::updatedAt));
    if (order.endsWith("_DESC")) {
      Collections.reverse(tasks);
    }
    return Page.of(tasks, query.text("page_id"), limit, task -> show(task, call.now()));
  }

  private Reply count(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    String conversation = query.uuid("conversation_id__eq");
    Instant since = query.time("created_at__gte");
    if (!query.found().none()) {
      return query.found().reply();
    }
    return Reply.ok(IntNode.valueOf(matching(conversation, since).size()));
  }

  /** A conversation id matches only what has become a conversation. */
  private List<SimulatedStartTask> matching(
      @Nullable String conversation, @Nullable Instant since) {
    List<SimulatedStartTask> tasks = new ArrayList<>(world.startTasks());
    if (conversation != null) {
      tasks.removeIf(task -> !conversation.equals(task.rawConversationId()));
    }
    if (since != null) {
      tasks.removeIf(task -> task.createdAt().isBefore(since));
    }
    return tasks;
  }

  private Reply batch(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    List<String> ids = query.texts("ids");
    for (int i = 0; i < ids.size(); i++) {
      new Checks(query.found()).uuid(TextNode.valueOf(ids.get(i)), Loc.query("ids").at(i));
    }
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (ids.size() > MOST_IDS) {
      return Reply.detail(
          400, "Cannot request more than 100 start tasks at once, got " + ids.size());
    }
    ArrayNode answer = Json.array();
    for (String id : ids) {
      answer.add(
          Uuids.hex(id)
              .flatMap(world::startTask)
              .map(task -> show(task, call.now()))
              .orElse(NullNode.getInstance()));
    }
    return Reply.ok(answer);
  }

  private JsonNode show(SimulatedStartTask task, Instant now) {
    JsonNode json = StartTaskJson.of(task, world.options().taskTimesWithZone());
    task.wasRead(now);
    return json;
  }
}
