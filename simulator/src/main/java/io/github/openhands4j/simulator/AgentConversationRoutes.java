package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The agent server's routes of a conversation: read, run, pause, interrupt, confirm. */
final class AgentConversationRoutes {

  private static final String PATH = "/api/conversations/{conversation_id}";
  private static final Reply UNKNOWN = Reply.detail(404, "Not Found");
  private static final Reply BAD = Reply.detail(400, "Bad Request");

  private final World world;
  private final AgentSide side;
  private final AgentControls controls;

  /** For one world. */
  AgentConversationRoutes(World world) {
    this.world = world;
    this.side = new AgentSide(world);
    this.controls = new AgentControls(world);
  }

  /** The routes of this family. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.withBody("POST", PATH + "/events/respond_to_confirmation", this::respond));
    routes.add(Route.of("GET", PATH, this::show));
    routes.add(Route.of("POST", PATH + "/pause", call -> stop(call, "PauseEvent")));
    routes.add(Route.of("POST", PATH + "/run", this::run));
    if (world.options().agentServerAge() == AgentServerAge.CURRENT) {
      routes.add(Route.of("POST", PATH + "/interrupt", call -> stop(call, "InterruptEvent")));
    }
    return List.copyOf(routes);
  }

  private Reply show(Exchange call) {
    return side.withConversation(
        call, UNKNOWN, conversation -> Reply.ok(AgentConversationJson.of(conversation)));
  }

  private Reply run(Exchange call) {
    return side.withConversation(
        call,
        UNKNOWN,
        conversation ->
            controls.run(conversation, call.now())
                ? Reply.success()
                : Reply.detail(
                    409, "Conversation already running. Wait for completion or pause first."));
  }

  private Reply stop(Exchange call, String kind) {
    return side.withConversation(
        call,
        BAD,
        conversation -> {
          controls.stop(conversation, kind, call.now());
          return Reply.success();
        });
  }

  private Reply respond(Exchange call) {
    Violations found = new Violations();
    Checks checks = new Checks(found);
    JsonNode body = call.body();
    if (checks.isBody(body)) {
      checks.required(body, Loc.body(), "accept", checks::truth);
      checks.optional(body, Loc.body(), "reason", checks::text);
    }
    if (!found.none()) {
      return found.reply();
    }
    return side.withConversation(
        call,
        UNKNOWN,
        conversation -> {
          if (Checks.isTrue(body.path("accept"))) {
            controls.accept(conversation, call.now());
          } else {
            String reason = body.path("reason").asText("User rejected the action.");
            controls.reject(conversation, reason, call.now());
          }
          return Reply.success();
        });
  }
}
