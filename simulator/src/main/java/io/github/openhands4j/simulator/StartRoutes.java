package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/v1/app-conversations}. */
final class StartRoutes {

  private static final List<String> INHERITED =
      List.of("selected_repository", "selected_branch", "git_provider", "llm_model");

  private final World world;

  /** For one world. */
  StartRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(Route.withBody("POST", "/api/v1/app-conversations", this::start));
  }

  private Reply start(Exchange call) {
    Violations found = new Violations();
    new StartRules(found).check(call.body());
    if (!found.none()) {
      return found.reply();
    }
    ObjectNode echo = StartEcho.of(call.body());
    if (echo.get("suggested_task").isObject()) {
      if (echo.get("initial_message").isObject()) {
        return Reply.crash();
      }
      fromSuggestion(echo);
    }
    String parent = Json.text(echo, "parent_conversation_id");
    if (parent != null) {
      Optional<SimulatedConversation> known = world.conversation(parent);
      if (known.isEmpty()) {
        return Reply.crash();
      }
      inherit(known.get(), echo);
    }
    return Reply.ok(StartTaskJson.of(world.starts().take(echo, call.now()), true));
  }

  private static void fromSuggestion(ObjectNode echo) {
    ObjectNode message = echo.putObject("initial_message").put("role", "user");
    message
        .putArray("content")
        .addObject()
        .put("cache_prompt", false)
        .put("type", "text")
        .put("text", "Please work on: " + Json.text(echo.get("suggested_task"), "title"));
    message.put("run", false);
    echo.put("trigger", "suggested_task");
  }

  private static void inherit(SimulatedConversation parent, ObjectNode echo) {
    if (echo.get("sandbox_id").isNull()) {
      echo.put("sandbox_id", parent.sandboxId());
    }
    for (String name : INHERITED) {
      if (echo.get(name).isNull()) {
        echo.set(name, parent.fields().get(name));
      }
    }
  }
}
