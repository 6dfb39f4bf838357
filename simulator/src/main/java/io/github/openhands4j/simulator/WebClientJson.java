package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes the configuration that the server's own web page reads. */
final class WebClientJson {

  private static final List<String> ON =
      List.of("allow_user_llm_configuration", "enable_acp", "enable_automations");
  private static final List<String> OFF =
      List.of(
          "enable_billing",
          "hide_llm_settings",
          "enable_jira",
          "enable_jira_dc",
          "enable_linear",
          "hide_users_page",
          "hide_billing_page",
          "hide_integrations_page",
          "hide_personal_workspaces",
          "enable_onboarding");

  private WebClientJson() {}

  /** The configuration, without a key of anybody. */
  static ObjectNode of(boolean cloud) {
    ObjectNode config = Json.object();
    config.put("app_mode", cloud ? "saas" : "oss");
    config.put("posthog_client_key", "fake-client-key");
    ObjectNode flags = config.putObject("feature_flags");
    OFF.forEach(name -> flags.put(name, false));
    ON.forEach(name -> flags.put(name, true));
    flags.putNull("deployment_mode");
    config.putArray("providers_configured");
    config.putNull("maintenance_start_time");
    config.putNull("auth_url");
    config.putNull("recaptcha_site_key");
    config.putArray("faulty_models");
    config.putNull("error_message");
    config.put("updated_at", "2026-01-01T00:00:00Z");
    config.putNull("github_app_slug");
    config.put("gitlab_enabled", false);
    config
        .putObject("provider_default_hosts")
        .put("github", "github.com")
        .put("gitlab", "gitlab.com")
        .put("bitbucket", "bitbucket.org")
        .put("forgejo", "codeberg.org")
        .put("azure_devops", "dev.azure.com");
    config.put("slack_enabled", false);
    config.put("email_enabled", false);
    config.putArray("acp_providers");
    config.putNull("jira_dc_oauth_host");
    config.put("jira_dc_service_account_managed", false);
    config.putNull("jira_dc_service_account_email");
    config.putNull("jira_dc_service_account_config_error");
    config.put("kind", "WebClientConfig");
    return config;
  }
}
