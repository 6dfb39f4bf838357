package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The routes that need no key: health, server information, the web client's configuration. */
final class HealthRoutes {

  private final World world;
  private final Instant since;

  /** For one world; the server is up from now on. */
  HealthRoutes(World world) {
    this.world = world;
    this.since = world.now();
  }

  /** The routes of this family. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.open("/alive", call -> Reply.ok(Json.object().put("status", "ok"))));
    routes.add(Route.open("/health", call -> Reply.ok(TextNode.valueOf("OK"))));
    routes.add(Route.open("/ready", call -> Reply.ok(TextNode.valueOf("OK"))));
    routes.add(Route.open("/server_info", this::serverInfo));
    routes.add(Route.open("/openapi.json", call -> openApi()));
    routes.add(Route.open("/api/v1/web-client/config", this::webClient));
    if (isCloud()) {
      routes.add(Route.open("/saas", call -> Reply.ok(Json.object().put("saas", true))));
    }
    return List.copyOf(routes);
  }

  private boolean isCloud() {
    return world.options().auth() == Auth.CLOUD_BEARER;
  }

  private Reply serverInfo(Exchange call) {
    double seconds = Duration.between(since, call.now()).toMillis() / 1000.0;
    ObjectNode info = Json.object();
    info.put("uptime", seconds);
    info.put("idle_time", 0.0);
    info.putObject("resources");
    return Reply.ok(info);
  }

  private static Reply openApi() {
    ObjectNode document = Json.object();
    document.put("openapi", "3.1.0");
    document.putObject("info").put("title", "OpenHands").put("version", "1.11.0");
    document.putObject("paths");
    return Reply.ok(document);
  }

  private Reply webClient(Exchange call) {
    ObjectNode config = Json.object();
    config.put("app_mode", isCloud() ? "saas" : "oss");
    config.putNull("posthog_client_key");
    config.putObject("feature_flags").put("enable_billing", false);
    config.putArray("providers_configured");
    config.putNull("maintenance_start_time");
    config.putNull("auth_url");
    config.putNull("recaptcha_site_key");
    config.putArray("faulty_models");
    config.putNull("error_message");
    config.put("updated_at", Timestamps.zoned(call.now()));
    config.putNull("github_app_slug");
    return Reply.ok(config);
  }
}
