package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.Function;

/** {@code /api/v1/settings/profiles}, and what settings there are. */
final class ProfileRoutes {

  private static final String PATH = "/api/v1/settings/profiles";
  private static final String NAME = "[A-Za-z0-9._-]{1,64}";
  private static final int MOST = 10;

  private final World world;

  /** For one world. */
  ProfileRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/v1/settings/agent-schema", call -> schema("agent")),
        Route.of("GET", "/api/v1/settings/conversation-schema", call -> schema("conversation")),
        Route.of("GET", PATH, call -> list()),
        Route.of("GET", PATH + "/{name}", named(this::read)),
        Route.withBody("POST", PATH + "/{name}", named(this::save)),
        Route.of("DELETE", PATH + "/{name}", named(this::delete)),
        Route.of("POST", PATH + "/{name}/activate", named(this::activate)),
        Route.withBody("POST", PATH + "/{name}/rename", named(this::rename)));
  }

  private static Reply schema(String of) {
    ObjectNode schema = Json.object().put("model_name", of);
    schema.putArray("sections").addObject().put("key", "general").putArray("fields");
    return Reply.ok(schema);
  }

  private static Function<Exchange, Reply> named(Function<Exchange, Reply> handler) {
    return call ->
        call.pathValue("name").matches(NAME)
            ? handler.apply(call)
            : badName(call, Loc.path("name"));
  }

  private static Reply badName(Exchange call, Loc at) {
    Violations found = new Violations();
    found.add(
        "string_pattern_mismatch",
        at,
        "String should match pattern '^[A-Za-z0-9._-]{1,64}$'",
        TextNode.valueOf(call.pathValue("name")),
        Json.object().put("pattern", "^[A-Za-z0-9._-]{1,64}$"));
    return found.reply();
  }

  private ObjectNode store() {
    return (ObjectNode) world.account().madeSettings().path("llm_profiles");
  }

  private ObjectNode profiles() {
    return (ObjectNode) store().path("profiles");
  }

  private ObjectNode modelInUse() {
    return (ObjectNode) world.account().madeSettings().at("/agent_settings/llm");
  }

  private Reply list() {
    ObjectNode answer = Json.object();
    ArrayNode shown = answer.putArray("profiles");
    ObjectNode all = profiles();
    all.fieldNames()
        .forEachRemaining(
            name ->
                shown
                    .addObject()
                    .put("name", name)
                    .put("model", Json.text(all.path(name), "model"))
                    .put("base_url", Json.text(all.path(name), "base_url"))
                    .put("api_key_set", SettingsJson.isSet(all.path(name).path("api_key"))));
    answer.set("active_profile", store().path("active"));
    return Reply.ok(answer);
  }

  private Reply read(Exchange call) {
    String name = call.pathValue("name");
    if (!(profiles().path(name) instanceof ObjectNode profile)) {
      return unknown(name);
    }
    ObjectNode answer = Json.object().put("name", name);
    answer.set("config", profile.deepCopy().putNull("api_key"));
    return Reply.ok(answer.put("api_key_set", SettingsJson.isSet(profile.path("api_key"))));
  }

  private Reply save(Exchange call) {
    String name = call.pathValue("name");
    ObjectNode all = profiles();
    if (!all.has(name) && all.size() >= MOST) {
      return Reply.detail(409, "Profile limit reached: at most " + MOST + " profiles per user.");
    }
    JsonNode given = call.body().path("llm");
    ObjectNode profile = given instanceof ObjectNode own ? own.deepCopy() : modelInUse().deepCopy();
    JsonNode keptKey = all.path(name).path("api_key");
    boolean keeps =
        Checks.isTrue(call.body().path("preserve_existing_api_key"))
            || (given.isObject() && !given.hasNonNull("api_key"));
    if (keeps && all.has(name)) {
      profile.set("api_key", keptKey);
    }
    if (call.body().path("include_secrets").isBoolean()
        && !call.body().path("include_secrets").asBoolean()) {
      profile.putNull("api_key");
    }
    all.set(name, profile);
    return Reply.json(201, said(name, "Profile '" + name + "' saved"));
  }

  private Reply delete(Exchange call) {
    String name = call.pathValue("name");
    profiles().remove(name);
    if (name.equals(Json.text(store(), "active"))) {
      store().putNull("active");
    }
    return Reply.ok(said(name, "Profile '" + name + "' deleted"));
  }

  private Reply activate(Exchange call) {
    String name = call.pathValue("name");
    if (!(profiles().path(name) instanceof ObjectNode profile)) {
      return unknown(name);
    }
    store().put("active", name);
    SettingsJson.merge(modelInUse(), profile);
    return Reply.ok(
        said(name, "Switched to profile '" + name + "'").put("model", Json.text(profile, "model")));
  }

  private Reply rename(Exchange call) {
    String name = call.pathValue("name");
    String next = Json.text(call.body(), "new_name");
    if (next == null || !next.matches(NAME)) {
      return badName(call, Loc.body().at("new_name"));
    }
    ObjectNode all = profiles();
    if (!all.has(name)) {
      return unknown(name);
    }
    if (all.has(next) && !next.equals(name)) {
      return Reply.detail(409, "Profile '" + next + "' already exists");
    }
    all.set(next, all.remove(name));
    if (name.equals(Json.text(store(), "active"))) {
      store().put("active", next);
    }
    return Reply.ok(said(next, "Profile '" + name + "' renamed to '" + next + "'"));
  }

  private static Reply unknown(String name) {
    return Reply.detail(404, "Profile '" + name + "' not found");
  }

  private static ObjectNode said(String name, String message) {
    return Json.object().put("name", name).put("message", message);
  }
}
