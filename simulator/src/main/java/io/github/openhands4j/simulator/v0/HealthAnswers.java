package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the routes that tell whether the server lives answer. */
final class HealthAnswers {

  private HealthAnswers() {}

  static V0Reply alive() {
    return V0Reply.json(200, Json.object("status", "ok"));
  }

  static V0Reply health() {
    return V0Reply.json(200, Json.of("OK"));
  }

  /** A server that uses little. */
  static V0Reply serverInfo() {
    ObjectNode info = Json.object().put("uptime", 61.5).put("idle_time", 2.25);
    ObjectNode resources = info.putObject("resources");
    resources.put("cpu_percent", 1.5);
    resources.putObject("memory").put("rss", 1_000_000).put("vms", 2_000_000).put("percent", 0.5);
    resources
        .putObject("disk")
        .put("total", 9_000_000_000L)
        .put("used", 3_000_000_000L)
        .put("free", 6_000_000_000L)
        .put("percent", 33.3);
    resources.putObject("io").put("read_bytes", 4096).put("write_bytes", 8192);
    return V0Reply.json(200, info);
  }
}
