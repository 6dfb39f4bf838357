package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/sandboxes}: batch, search, pause, resume, delete. */
final class SandboxRoutes {

  private static final String PATH = "/api/v1/sandboxes";
  private static final int MOST_IDS = 100;

  private final World world;

  /** For one world. */
  SandboxRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/search", this::search),
        Route.of("GET", PATH, this::batch),
        Route.of("POST", PATH, this::create),
        Route.of("POST", PATH + "/{sandbox_id}/pause", this::pause),
        Route.of("POST", PATH + "/{sandbox_id}/resume", this::resume),
        Route.of("DELETE", PATH + "/{id}", this::delete));
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    int limit = query.limit();
    if (!query.found().none()) {
      return query.found().reply();
    }
    List<SimulatedSandbox> all = new ArrayList<>(world.sandboxes());
    all.sort(Comparator.comparing(SimulatedSandbox::createdAt));
    Collections.reverse(all);
    return Page.of(all, query.text("page_id"), limit, sandbox -> show(sandbox, call.now()));
  }

  private Reply batch(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    List<String> ids = query.texts("id");
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (ids.size() > MOST_IDS) {
      return Reply.detail(400, "Cannot request more than 100 sandboxes at once, got " + ids.size());
    }
    ArrayNode answer = Json.array();
    for (String id : ids) {
      answer.add(world.sandbox(id).map(it -> show(it, call.now())).orElse(NullNode.getInstance()));
    }
    return Reply.ok(answer);
  }

  private static JsonNode show(SimulatedSandbox sandbox, Instant now) {
    JsonNode json = SandboxJson.of(sandbox);
    sandbox.wasRead(now);
    return json;
  }

  private Reply create(Exchange call) {
    Optional<String> spec = call.target().last("sandbox_spec_id");
    if (spec.filter(id -> !id.equals(SandboxSpecRoutes.ONLY)).isPresent()) {
      return Reply.crash();
    }
    SimulatedSandbox sandbox = new SimulatedSandbox(world, world.nextSandboxId(), call.now());
    sandbox.boot();
    world.add(sandbox);
    return Reply.ok(SandboxJson.of(sandbox));
  }

  private Reply pause(Exchange call) {
    Optional<SimulatedSandbox> sandbox = usable(call);
    if (sandbox.isEmpty()) {
      return Reply.detail(404, "Not Found");
    }
    sandbox.get().sleep(call.now());
    return Reply.success();
  }

  private Reply resume(Exchange call) {
    Optional<SimulatedSandbox> sandbox = usable(call);
    if (sandbox.isEmpty()) {
      return Reply.detail(404, "Not Found");
    }
    sandbox.get().wake(call.now());
    return Reply.success();
  }

  /** Neither an unknown nor a lost sandbox can be paused or resumed. */
  private Optional<SimulatedSandbox> usable(Exchange call) {
    return world
        .sandbox(call.pathValue("sandbox_id"))
        .filter(sandbox -> sandbox.rawStatus() != SandboxStatus.MISSING);
  }

  /** Only the query counts; the path segment is ignored. */
  private Reply delete(Exchange call) {
    Optional<String> id = call.target().last("sandbox_id");
    if (id.isEmpty()) {
      Violations found = new Violations();
      found.missing(Loc.query("sandbox_id"), NullNode.getInstance());
      return found.reply();
    }
    if (world.sandbox(id.get()).isEmpty()) {
      return Reply.detail(404, "Not Found");
    }
    world.removeSandbox(id.get());
    return Reply.success();
  }
}
