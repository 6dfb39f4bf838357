package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/settings}, {@code /api/v1/users}: what the user set, and who it is. */
final class SettingsRoutes {

  private static final String PATH = "/api/v1/settings";
  private static final List<String> NESTED = List.of("agent_settings", "conversation_settings");

  private final World world;

  /** For one world. */
  SettingsRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, call -> read()),
        Route.withBody("POST", PATH, this::store),
        Route.of("GET", "/api/v1/users/me", this::me),
        Route.of("GET", "/api/v1/users/git-info", call -> gitInfo()));
  }

  private Reply read() {
    SimulatedAccount account = world.account();
    ObjectNode settings = account.settings();
    if (settings == null) {
      return Reply.error(404, "Settings not found");
    }
    ObjectNode shown = SettingsJson.withoutKeys(settings);
    ObjectNode tokens = shown.putObject("provider_tokens_set");
    account.providers().forEach((name, token) -> tokens.put(name, token.host()));
    shown.put("llm_api_key_set", SettingsJson.isSet(settings.at("/agent_settings/llm/api_key")));
    shown.put("search_api_key_set", SettingsJson.isSet(settings.path("search_api_key")));
    return Reply.ok(shown);
  }

  private Reply store(Exchange call) {
    Violations found = new Violations();
    JsonNode body = call.body();
    if (!new Checks(found).isBody(body)) {
      return found.reply();
    }
    List<String> legacy = NESTED.stream().filter(body::has).toList();
    if (!legacy.isEmpty()) {
      ObjectNode refusal =
          Json.object().put("error", "Use *_diff nested settings payloads instead of legacy keys");
      ArrayNode keys = refusal.putArray("keys");
      legacy.forEach(keys::add);
      return Reply.json(422, refusal);
    }
    ObjectNode settings = world.account().madeSettings();
    for (Map.Entry<String, JsonNode> each : body.properties()) {
      String nested = each.getKey().replaceFirst("_diff$", "");
      if (NESTED.contains(nested)) {
        SettingsJson.change(settings, nested, each.getValue());
      } else if (settings.has(each.getKey())) {
        settings.set(each.getKey(), each.getValue().deepCopy());
      }
    }
    return Reply.ok(Json.object().put("message", "Settings stored"));
  }

  private Reply me(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    boolean exposing = query.truth("expose_secrets");
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (exposing && !isFromSandbox(call.request())) {
      return Reply.detail(401, "Unauthorized");
    }
    ObjectNode settings = world.account().madeSettings();
    ObjectNode user = exposing ? settings.deepCopy() : SettingsJson.masked(settings);
    boolean cloud = world.options().auth() == Auth.CLOUD_BEARER;
    user.put("id", cloud ? "11111111-aaaa-4bbb-8ccc-222222222222" : null);
    if (cloud) {
      user.put("org_id", "33333333-aaaa-4bbb-8ccc-444444444444").put("org_name", "Example");
      user.put("role", "owner").putArray("permissions");
    }
    return Reply.ok(user);
  }

  private boolean isFromSandbox(Request request) {
    return new SandboxGate(world).admits(request);
  }

  private Reply gitInfo() {
    SimulatedAccount account = world.account();
    if (account.providers().isEmpty() || account.gitUser().isEmpty()) {
      return Reply.detail(403, "Git provider not connected");
    }
    return Reply.ok(account.gitUser().get());
  }
}
