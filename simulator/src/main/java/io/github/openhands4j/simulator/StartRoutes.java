package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /api/v1/app-conversations} and {@code stream-start}, whose whole stream is there at
 * once: the start has ended when its answer begins.
 */
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
    return List.of(
        Route.withBody("POST", "/api/v1/app-conversations", this::start),
        Route.withBody("POST", "/api/v1/app-conversations/stream-start", this::stream));
  }

  private Reply start(Exchange call) {
    Violations found = new Violations();
    new StartRules(found).check(call.body());
    if (!found.none()) {
      return found.reply();
    }
    return echo(call)
        .map(echo -> world.starts().take(echo, call.now()))
        .map(task -> Reply.ok(StartTaskJson.of(task, true)))
        .orElseGet(Reply::crash);
  }

  /** A start that fails before its first status ends the list it has begun. */
  private Reply stream(Exchange call) {
    Violations found = new Violations();
    new StartRules(found).check(call.body());
    if (!found.none()) {
      return found.reply();
    }
    StringBuilder body = new StringBuilder("[\n");
    echo(call)
        .map(echo -> world.starts().take(echo, call.now()))
        .ifPresent(task -> body.append(states(task, call.now())));
    return Reply.text(200, "application/json", body.toString());
  }

  private String states(SimulatedStartTask task, Instant now) {
    StringBuilder states = new StringBuilder(StartTaskJson.of(task, true).toString());
    StartStatus before = null;
    while (before != task.rawStatus()) {
      before = task.rawStatus();
      world.starts().move(task, now);
      if (before != task.rawStatus()) {
        states.append(",\n").append(StartTaskJson.of(task, true));
      }
    }
    boolean ended = before == StartStatus.READY || before == StartStatus.ERROR;
    return ended ? states.append(']').toString() : states.toString();
  }

  /** The echo of a request, or nothing where the server breaks down on it. */
  private Optional<ObjectNode> echo(Exchange call) {
    ObjectNode echo = StartEcho.of(call.body());
    if (echo.get("suggested_task").isObject()) {
      if (echo.get("initial_message").isObject()) {
        return Optional.empty();
      }
      fromSuggestion(echo);
    }
    String parent = Json.text(echo, "parent_conversation_id");
    if (parent != null) {
      Optional<SimulatedConversation> known = world.conversation(parent);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      inherit(known.get(), echo);
    }
    return Optional.of(echo);
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
