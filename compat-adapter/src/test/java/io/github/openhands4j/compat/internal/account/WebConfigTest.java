package io.github.openhands4j.compat.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebConfigTest {

  @Test
  void selfHostedServerHasV0sFourKeys() {
    assertThat(WebConfig.toV0(Map.of("app_mode", "oss", "posthog_client_key", "phc_test")))
        .isEqualTo(
            Map.of(
                "APP_MODE", "oss",
                "GITHUB_CLIENT_ID", "",
                "POSTHOG_CLIENT_KEY", "phc_test",
                "FEATURE_FLAGS", Map.of("ENABLE_BILLING", false, "HIDE_LLM_SETTINGS", false)));
  }

  @Test
  void cloudHasItsOwnOnTop() {
    assertThat(
            WebConfig.toV0(
                Map.of(
                    "app_mode", "saas",
                    "feature_flags", Map.of("enable_billing", true),
                    "github_app_slug", "app",
                    "providers_configured", List.of("github"),
                    "maintenance_start_time", "2026-01-01T00:00:00Z")))
        .containsEntry("APP_SLUG", "app")
        .containsEntry("PROVIDERS_CONFIGURED", List.of("github"))
        .containsEntry("MAINTENANCE", Map.of("startTime", "2026-01-01T00:00:00Z"))
        .containsEntry("FEATURE_FLAGS", Map.of("ENABLE_BILLING", true, "HIDE_LLM_SETTINGS", false));
  }
}
