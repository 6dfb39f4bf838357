package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** PATCH and DELETE of {@code /api/v1/app-conversations/{id}}. */
final class ConversationWriteRoutes {

  private static final String PATH = "/api/v1/app-conversations/{id}";
  private static final List<String> FIELDS =
      List.of("title", "public", "selected_repository", "selected_branch", "git_provider");
  private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");

  private final World world;

  /** For one world. */
  ConversationWriteRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.withBody("PATCH", PATH, this::patch), Route.of("DELETE", PATH, this::delete));
  }

  private Reply patch(Exchange call) {
    JsonNode body = call.body();
    Violations found = new Violations();
    check(body, new Checks(found));
    if (!found.none()) {
      return found.reply();
    }
    Optional<String> id = Uuids.hex(call.pathValue("id"));
    if (id.isEmpty() || isRefused(body)) {
      return Reply.crash();
    }
    Optional<SimulatedConversation> conversation = id.flatMap(world::conversation);
    if (conversation.isEmpty()) {
      return Reply.detail(404, "unknown_app_conversation");
    }
    apply(body, conversation.get(), call);
    return Reply.ok(ConversationJson.of(world, conversation.get(), true));
  }

  private static void check(JsonNode body, Checks checks) {
    if (checks.isBody(body)) {
      checks.nullable(body, Loc.body(), "title", checks::text);
      checks.nullable(body, Loc.body(), "public", checks::truth);
      checks.nullable(body, Loc.body(), "selected_repository", checks::text);
      checks.nullable(body, Loc.body(), "selected_branch", checks::text);
      checks.nullable(
          body,
          Loc.body(),
          "git_provider",
          (value, at) -> checks.oneOf(value, at, StartRules.PROVIDERS));
    }
  }

  /** The server raises on these without a handler for it. */
  private static boolean isRefused(JsonNode body) {
    JsonNode repository = body.path("selected_repository");
    if (repository.isNull()) {
      return body.hasNonNull("selected_branch") || body.hasNonNull("git_provider");
    }
    return repository.isTextual() && !REPOSITORY.matcher(repository.textValue()).matches();
  }

  private static void apply(JsonNode body, SimulatedConversation conversation, Exchange call) {
    ObjectNode record = conversation.fields();
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (FIELDS.contains(name)) {
        record.set(name, body.get(name));
        conversation.touched(call.now());
      }
    }
  }

  private Reply delete(Exchange call) {
    Optional<String> id = Uuids.hex(call.pathValue("id"));
    if (id.isEmpty()) {
      return Reply.detail(400, "Invalid conversation ID format");
    }
    if (world.conversation(id.get()).isEmpty()) {
      return Reply.detail(404, "Conversation not found");
    }
    world.removeConversation(id.get());
    return Reply.success();
  }
}
