package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/secrets}: the user's secrets and the tokens of git providers. */
final class SecretRoutes {

  private static final String PATH = "/api/v1/secrets";

  private final World world;

  /** For one world. */
  SecretRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.withBody("POST", PATH + "/git-providers", this::connect),
        Route.of("DELETE", PATH + "/git-providers", this::disconnect),
        Route.of("GET", PATH + "/search", this::search),
        Route.withBody("POST", PATH, this::create),
        Route.withBody("PUT", PATH + "/{secret_id}", this::update),
        Route.of("DELETE", PATH + "/{secret_id}", this::delete));
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    int limit = query.limit();
    if (!query.found().none()) {
      return query.found().reply();
    }
    String part = query.text("name__contains");
    List<Map.Entry<String, SimulatedAccount.Secret>> found =
        world.account().secrets().entrySet().stream()
            .filter(secret -> part == null || secret.getKey().contains(part))
            .toList();
    return CodedPage.of(
        found,
        CodedPage.offsetOrStart(query.text("page_id")),
        limit,
        secret ->
            Json.object()
                .put("name", secret.getKey())
                .put("description", secret.getValue().description()));
  }

  private Reply create(Exchange call) {
    Violations found = new Violations();
    Checks checks = new Checks(found);
    JsonNode body = call.body();
    if (checks.isBody(body)) {
      checks.required(body, Loc.body(), "name", checks::text);
      checks.nullable(body, Loc.body(), "description", checks::text);
      checks.required(body, Loc.body(), "value", checks::text);
    }
    if (!found.none()) {
      return found.reply();
    }
    world
        .account()
        .secrets()
        .put(
            body.path("name").asText(),
            new SimulatedAccount.Secret(
                body.path("value").asText(), Json.text(body, "description")));
    return Reply.json(201, Json.object().put("message", "Secret created successfully"));
  }

  private Reply update(Exchange call) {
    Violations found = new Violations();
    Checks checks = new Checks(found);
    JsonNode body = call.body();
    if (checks.isBody(body)) {
      checks.required(body, Loc.body(), "name", checks::text);
      checks.nullable(body, Loc.body(), "description", checks::text);
    }
    if (!found.none()) {
      return found.reply();
    }
    Map<String, SimulatedAccount.Secret> secrets = world.account().secrets();
    String id = Target.decoded(call.pathValue("secret_id"));
    String name = body.path("name").asText();
    SimulatedAccount.Secret secret = secrets.get(id);
    if (secret == null) {
      return unknown(id);
    }
    if (!name.equals(id) && secrets.containsKey(name)) {
      return Reply.error(400, "Secret " + name + " already exists");
    }
    secrets.remove(id);
    secrets.put(name, new SimulatedAccount.Secret(secret.value(), Json.text(body, "description")));
    return said("Secret updated successfully");
  }

  private Reply delete(Exchange call) {
    String id = Target.decoded(call.pathValue("secret_id"));
    return world.account().secrets().remove(id) == null
        ? unknown(id)
        : said("Secret deleted successfully");
  }

  /** The whole map is replaced; an entry without a token keeps the one that is stored. */
  private Reply connect(Exchange call) {
    Violations found = new Violations();
    Checks checks = new Checks(found);
    JsonNode body = call.body();
    JsonNode tokens = body.path("provider_tokens");
    if (checks.isBody(body) && !tokens.isMissingNode()) {
      Loc at = Loc.body().at("provider_tokens");
      for (Iterator<String> names = tokens.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        checks.oneOf(TextNode.valueOf(name), at.at(name).at("[key]"), StartRules.PROVIDERS);
        checks.isObject(tokens.path(name), at.at(name));
      }
    }
    if (!found.none()) {
      return found.reply();
    }
    SimulatedAccount account = world.account();
    Map<String, SimulatedAccount.Token> next = new LinkedHashMap<>();
    for (Iterator<String> names = tokens.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      String token = tokens.path(name).path("token").asText("");
      SimulatedAccount.Token stored = account.providers().get(name);
      if (account.isRefused(token)) {
        return Reply.detail(
            401, "Invalid token. Please make sure it is a valid " + name + " token.");
      }
      String kept = token.isEmpty() && stored != null ? stored.token() : token;
      if (!kept.isEmpty()) {
        next.put(name, new SimulatedAccount.Token(kept, Json.text(tokens.path(name), "host")));
      }
    }
    account.providers().clear();
    account.providers().putAll(next);
    return said("Git providers stored");
  }

  private Reply disconnect(Exchange call) {
    world.account().providers().clear();
    return said("Unset Git provider tokens");
  }

  private static Reply unknown(String id) {
    return Reply.detail(404, "Secret with ID " + id + " not found");
  }

  private static Reply said(String message) {
    return Reply.ok(Json.object().put("message", message));
  }
}
