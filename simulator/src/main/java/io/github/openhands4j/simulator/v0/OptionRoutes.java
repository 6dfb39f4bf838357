package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the server offers: {@code /api/options/…}. */
final class OptionRoutes {

  private final V0Access access;

  OptionRoutes(V0Access access) {
    this.access = access;
  }

  V0Reply models() {
    return V0Reply.json(
        200, Json.of(List.of("anthropic/claude-sonnet-4-20250514", "openai/gpt-5-mini")));
  }

  V0Reply agents() {
    return V0Reply.json(200, Json.of(List.of("BrowsingAgent", "CodeActAgent", "DummyAgent")));
  }

  V0Reply securityAnalyzers() {
    return V0Reply.json(200, Json.of(List.of("grayswan", "invariant", "llm")));
  }

  V0Reply config() {
    ObjectNode config =
        Json.object()
            .put("APP_MODE", access.isCloud() ? "saas" : "oss")
            .put("GITHUB_CLIENT_ID", "")
            .put("POSTHOG_CLIENT_KEY", "fake-posthog-key");
    config
        .putObject("FEATURE_FLAGS")
        .put("ENABLE_BILLING", false)
        .put("HIDE_LLM_SETTINGS", access.isCloud());
    return V0Reply.json(200, config);
  }
}
