package io.github.openhands4j.compat.internal.account;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What V0's web application was set up with, made of V1's; pure. */
final class WebConfig {

  private WebConfig() {}

  /**
   * V0's form.
   *
   * @param v1 V1's answer
   * @return V0's keys; those of OpenHands Cloud only where V1 has values for them
   */
  static Map<String, @Nullable Object> toV0(Map<String, @Nullable Object> v1) {
    Map<String, @Nullable Object> v0 = new LinkedHashMap<>();
    v0.put("APP_MODE", Objects.requireNonNullElse(v1.get("app_mode"), "oss"));
    v0.put("GITHUB_CLIENT_ID", "");
    v0.put("POSTHOG_CLIENT_KEY", v1.get("posthog_client_key"));
    Map<String, @Nullable Object> flags = new LinkedHashMap<>();
    if (v1.get("feature_flags") instanceof Map<?, ?> all) {
      all.forEach((name, value) -> flags.put(String.valueOf(name).toUpperCase(Locale.ROOT), value));
    }
    flags.putIfAbsent("ENABLE_BILLING", false);
    flags.putIfAbsent("HIDE_LLM_SETTINGS", false);
    v0.put("FEATURE_FLAGS", flags);
    ifThere(v1, "github_app_slug", v0, "APP_SLUG");
    ifThere(v1, "providers_configured", v0, "PROVIDERS_CONFIGURED");
    ifThere(v1, "auth_url", v0, "AUTH_URL");
    if (v1.get("maintenance_start_time") != null) {
      v0.put("MAINTENANCE", Map.of("startTime", v1.get("maintenance_start_time")));
    }
    return v0;
  }

  private static void ifThere(
      Map<String, @Nullable Object> from,
      String name,
      Map<String, @Nullable Object> to,
      String shown) {
    Object value = from.get(name);
    if (value != null) {
      to.put(shown, value);
    }
  }
}
