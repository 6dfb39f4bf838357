package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/v1/app-conversations/{id}/send-message}. */
final class MessageRoutes {

  private final World world;

  /** For one world. */
  MessageRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.withBody(
            "POST", "/api/v1/app-conversations/{conversation_id}/send-message", this::send));
  }

  private Reply send(Exchange call) {
    Violations found = new Violations();
    String given = call.pathValue("conversation_id");
    new Checks(found).uuid(TextNode.valueOf(given), Loc.path("conversation_id"));
    check(call.body(), found);
    if (!found.none()) {
      return found.reply();
    }
    String id = Uuids.hex(given).orElseThrow();
    Optional<SimulatedConversation> conversation = world.conversation(id);
    if (conversation.isEmpty()) {
      return Reply.detail(404, "Conversation " + Uuids.dashed(id) + " not found");
    }
    Optional<SimulatedSandbox> sandbox = world.sandbox(conversation.get().sandboxId());
    if (sandbox.isEmpty()) {
      return Reply.detail(404, "Sandbox not found for conversation " + Uuids.dashed(id));
    }
    return deliver(call, conversation.get(), sandbox.get());
  }

  private static void check(JsonNode body, Violations found) {
    Checks checks = new Checks(found);
    if (checks.isBody(body)) {
      checks.optional(
          body, Loc.body(), "role", (value, at) -> checks.literal(value, at, List.of("user")));
      checks.required(
          body, Loc.body(), "content", (value, at) -> new ContentRules(found).blocks(value, at, 1));
      checks.optional(body, Loc.body(), "run", checks::truth);
    }
  }

  private static Reply deliver(
      Exchange call, SimulatedConversation conversation, SimulatedSandbox sandbox) {
    SandboxStatus status = sandbox.rawStatus();
    return switch (status) {
      case MISSING -> Reply.detail(410, "Conversation is archived. The sandbox no longer exists.");
      case ERROR -> Reply.detail(503, "Sandbox is in an error state and cannot accept messages.");
      case PAUSED, STARTING ->
          Reply.detail(
              409,
              "Sandbox is "
                  + status
                  + ". Use POST /api/v1/sandboxes/"
                  + sandbox.id()
                  + "/resume to resume it first.");
      case RUNNING -> {
        if (conversation.isUnreachable()) {
          yield Reply.detail(502, "Agent server error: 404");
        }
        boolean run = !call.body().has("run") || Checks.isTrue(call.body().path("run"));
        conversation.message(call.body().path("content"), run, call.now());
        yield Reply.ok(
            Json.object()
                .put("success", true)
                .put("sandbox_status", status.name())
                .putNull("message"));
      }
    };
  }
}
