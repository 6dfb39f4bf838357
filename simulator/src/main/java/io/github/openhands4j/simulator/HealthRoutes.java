package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
    for (String page : List.of("/openapi.json", "/docs", "/redoc")) {
      Function<Exchange, Reply> answer =
          page.endsWith("json") ? call -> openApi() : call -> page(page.substring(1));
      routes.add(Route.open(page, answer));
      routes.add(new Route("HEAD", page, true, false, answer));
    }
    routes.add(
        Route.open("/api/v1/web-client/config", call -> Reply.ok(WebClientJson.of(isCloud()))));
    routes.add(Route.open("/alive", call -> Reply.ok(Json.object().put("status", "ok"))));
    routes.add(Route.open("/health", call -> Reply.ok(TextNode.valueOf("OK"))));
    routes.add(Route.open("/server_info", this::serverInfo));
    routes.add(Route.open("/ready", call -> Reply.ok(TextNode.valueOf("OK"))));
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
    ObjectNode resources = info.putObject("resources");
    resources.put("cpu_percent", 0.0);
    resources
        .putObject("memory")
        .put("rss", 400_000_000L)
        .put("vms", 1_000_000_000L)
        .put("percent", 1.5);
    resources
        .putObject("disk")
        .put("total", 200_000_000_000L)
        .put("used", 50_000_000_000L)
        .put("free", 150_000_000_000L)
        .put("percent", 25.0);
    resources.putObject("io").put("read_bytes", 0).put("write_bytes", 0);
    return Reply.ok(info);
  }

  private static Reply openApi() {
    ObjectNode document = Json.object();
    document.put("openapi", "3.1.0");
    document.putObject("info").put("title", "OpenHands").put("version", "1.11.0");
    document.putObject("paths");
    return Reply.ok(document);
  }

  /** A page for people, which only has to be one. */
  private static Reply page(String title) {
    return Reply.text(
        200,
        "text/html; charset=utf-8",
        "<!DOCTYPE html><html><head><title>OpenHands - " + title + "</title></head></html>");
  }
}
