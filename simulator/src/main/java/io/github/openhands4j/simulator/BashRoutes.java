package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agent server's shell: start a command, search its events. */
final class BashRoutes {

  private static final String PATH = "/api/bash";
  private static final int MOST = 100;

  private final AgentSide side;

  /** For one world. */
  BashRoutes(World world) {
    this.side = new AgentSide(world);
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/bash_events/search", this::search),
        Route.withBody("POST", PATH + "/start_bash_command", this::start));
  }

  private Reply start(Exchange call) {
    Violations found = new Violations();
    Checks checks = new Checks(found);
    JsonNode body = call.body();
    if (checks.isBody(body)) {
      checks.required(body, Loc.body(), "command", checks::text);
      checks.nullable(body, Loc.body(), "cwd", checks::text);
      checks.optional(body, Loc.body(), "timeout", checks::whole);
    }
    if (!found.none()) {
      return found.reply();
    }
    BashRequest request =
        new BashRequest(
            body.path("command").asText(),
            Json.text(body, "cwd"),
            body.path("timeout").asLong(300));
    SimulatedSandbox sandbox = side.sandbox(call);
    return Reply.ok(sandbox.bash().start(sandbox.workspace(), request, call.now()));
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    String kind = query.literal("kind__eq", List.of("BashCommand", "BashOutput"));
    String command = query.uuid("command_id__eq");
    Integer after = query.whole("order__gt");
    String order = query.oneOf("sort_order", List.of("TIMESTAMP", "TIMESTAMP_DESC"), "TIMESTAMP");
    query.time("timestamp__gte");
    query.time("timestamp__lt");
    int limit = query.limit(MOST, Integer.MAX_VALUE);
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (limit > MOST) {
      return Reply.agentCrash(500, "");
    }
    String from = query.text("timestamp__gte");
    String below = query.text("timestamp__lt");
    List<ObjectNode> found = new ArrayList<>(side.sandbox(call).bash().search(call.now()));
    found.removeIf(event -> kind != null && !kind.equals(Json.text(event, "kind")));
    found.removeIf(event -> command != null && !command.equals(Json.text(event, "command_id")));
    found.removeIf(event -> after != null && event.path("order").asInt(-1) <= after);
    found.removeIf(event -> isBefore(event, from) || (below != null && !isBefore(event, below)));
    if (order.equals("TIMESTAMP_DESC")) {
      Collections.reverse(found);
    }
    return page(found, query.text("page_id"), limit);
  }

  private static boolean isBefore(ObjectNode event, @Nullable String bound) {
    return bound != null
        && Timestamps.parse(event.path("timestamp").asText())
            .orElseThrow()
            .isBefore(Timestamps.parse(bound).orElseThrow());
  }

  private static Reply page(List<ObjectNode> events, @Nullable String first, int limit) {
    int from = 0;
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).path("id").asText().equals(first)) {
        from = i;
      }
    }
    int to = Math.min(events.size(), from + limit);
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("items");
    events.subList(from, to).forEach(event -> items.add(event.deepCopy()));
    page.put("next_page_id", to < events.size() ? events.get(to).path("id").asText() : null);
    return Reply.ok(page);
  }
}
