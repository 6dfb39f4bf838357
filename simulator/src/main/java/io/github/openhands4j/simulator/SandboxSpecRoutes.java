package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /api/v1/sandbox-specs}: there is one. */
final class SandboxSpecRoutes {

  /** The id of the one specification. */
  static final String ONLY = "simulated/agent-server:1";

  private static final int MOST_IDS = 100;

  private final World world;

  /** For one world. */
  SandboxSpecRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/v1/sandbox-specs/search", this::search),
        Route.of("GET", "/api/v1/sandbox-specs", this::batch));
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    int limit = query.limit();
    return query.found().none()
        ? Page.of(List.of(ONLY), query.text("page_id"), limit, id -> show())
        : query.found().reply();
  }

  private Reply batch(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    List<String> ids = query.texts("id");
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (ids.size() > MOST_IDS) {
      return Reply.detail(
          400, "Cannot request more than 100 sandbox specs at once, got " + ids.size());
    }
    ArrayNode answer = Json.array();
    for (String id : ids) {
      answer.add(id.equals(ONLY) ? show() : NullNode.getInstance());
    }
    return Reply.ok(answer);
  }

  private ObjectNode show() {
    ObjectNode spec = Json.object().put("id", ONLY);
    spec.putArray("command").add("python").add("-m").add("openhands.agent_server");
    spec.put("created_at", Timestamps.zoned(world.now()));
    spec.putObject("initial_env").put("TMUX_TMPDIR", "/tmp/openhands-tmux");
    return spec.put("working_dir", SimulatedWorkspace.ROOT);
  }
}
