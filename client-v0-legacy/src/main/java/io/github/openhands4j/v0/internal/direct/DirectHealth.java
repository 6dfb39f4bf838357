package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.v0.V0Health;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a V0 server whether it lives. */
final class DirectHealth implements V0Health {

  private final HealthApi api;
  private final RouteCalls calls;
  private final Shapes shapes;

  DirectHealth(HealthApi api, RouteCalls calls, Shapes shapes) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
  }

  @Override
  public Map<String, @Nullable Object> alive() {
    return calls.read(options -> shapes.map("alive", api.alive(options), "status"));
  }

  @Override
  public String health() {
    return calls.read(options -> shapes.text("health", api.health(options)));
  }

  @Override
  public Map<String, @Nullable Object> serverInfo() {
    return calls.read(options -> shapes.map("server info", api.serverInfo(options), "uptime"));
  }
}
