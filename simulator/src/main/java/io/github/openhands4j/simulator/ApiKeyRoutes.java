package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/keys}: the keys of a user of the Cloud. */
final class ApiKeyRoutes {

  private static final String PATH = "/api/keys";
  private static final String ORGANIZATION = "33333333-aaaa-4bbb-8ccc-444444444444";

  private final Map<Integer, ObjectNode> keys = new LinkedHashMap<>();
  private int made;
  private int refreshed;

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/llm/byor/permitted", call -> flag("permitted")),
        Route.of("GET", PATH, call -> Reply.ok(Json.array().addAll(keys.values()))),
        Route.withBody("POST", PATH, this::create),
        Route.of("DELETE", PATH + "/{key_id}", this::delete),
        Route.of("GET", PATH + "/current", call -> current()),
        Route.of("POST", PATH + "/llm/managed/refresh", call -> flag("refreshed")),
        Route.of("GET", PATH + "/llm/byor", call -> llmKey()),
        Route.of("POST", PATH + "/llm/byor/refresh", call -> refresh()));
  }

  private static Reply flag(String name) {
    return Reply.ok(Json.object().put(name, true));
  }

  private Reply create(Exchange call) {
    made++;
    ObjectNode key = Json.object().put("id", made).put("name", Json.text(call.body(), "name"));
    key.put("created_at", Timestamps.zoned(call.now())).putNull("last_used_at");
    key.put("not_before", Json.text(call.body(), "not_before"));
    key.put("expires_at", Json.text(call.body(), "expires_at"));
    key.put("org_id", call.body().has("org_id") ? Json.text(call.body(), "org_id") : ORGANIZATION);
    keys.put(made, key);
    return Reply.ok(key.deepCopy().put("key", "fake-key-" + made));
  }

  private Reply delete(Exchange call) {
    String id = call.pathValue("key_id");
    return id.matches("\\d{1,9}") && keys.remove(Integer.valueOf(id)) != null
        ? Reply.ok(Json.object().put("message", "API key deleted successfully"))
        : Reply.detail(404, "API key not found");
  }

  private Reply current() {
    String user = "11111111-aaaa-4bbb-8ccc-222222222222";
    return Reply.ok(
        Json.object()
            .put("id", 1)
            .put("name", "simulated")
            .put("org_id", ORGANIZATION)
            .putNull("bound_org_id")
            .put("user_id", user)
            .put("auth_type", "bearer"));
  }

  private Reply llmKey() {
    return Reply.ok(Json.object().put("key", refreshed == 0 ? null : "fake-llm-key-" + refreshed));
  }

  private Reply refresh() {
    refreshed++;
    return llmKey();
  }
}
