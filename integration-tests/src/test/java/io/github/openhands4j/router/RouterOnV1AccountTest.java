package io.github.openhands4j.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.simulator.SimulatedAccount;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings, secrets, options, users and health as bytes, carried out on a V1 server. */
class RouterOnV1AccountTest {

  private final V1Door door = new V1Door();

  @AfterEach
  void close() {
    door.close();
  }

  private SimulatedAccount account() {
    return door.server().account();
  }

  @Test
  void settingsAreStoredAndReadWithOneRequestEach() {
    assertThat(door.ask("POST", "/api/settings", "{\"llm_model\":\"test/model\"}"))
        .isEqualTo("200 {\"message\":\"Settings stored\"}");
    assertThat(door.requests()).contains("POST /api/v1/settings").hasSizeLessThanOrEqualTo(2);

    assertThat(door.ask("GET", "/api/settings", ""))
        .startsWith("200 {")
        .contains("\"llm_model\":\"test/model\"", "\"llm_api_key\":null");
    assertThat(door.requests()).containsExactly("GET /api/v1/settings");

    assertThat(door.ask("POST", "/api/settings", "{\"condenser_max_size\":3}"))
        .startsWith("422 {\"detail\":[");
    assertThat(door.ask("POST", "/api/reset-settings", ""))
        .isEqualTo("410 {\"error\":\"Reset settings functionality has been removed.\"}");
    assertThat(door.requests()).isEmpty();

    account().forgetSettings();
    assertThat(door.ask("GET", "/api/settings", ""))
        .isEqualTo("404 {\"error\":\"Settings not found\"}");
  }

  @Test
  void gitProvidersAreStoredAndTakenAway() {
    String tokens = "\"provider_tokens\":{\"github\":{\"token\":\"ghp-test-good\"}}";

    assertThat(
            door.ask(
                "POST",
                "/api/add-git-providers",
                "{" + tokens + ",\"mcp_config\":{\"sse_servers\":[]}}"))
        .startsWith("501 {\"error\":\"mcp_config beside the tokens is refused");
    assertThat(door.requests()).isEmpty();

    assertThat(door.ask("POST", "/api/add-git-providers", "{" + tokens + "}"))
        .isEqualTo("200 {\"message\":\"Git providers stored\"}");
    assertThat(account().token("github")).contains("ghp-test-good");
    assertThat(door.requests()).containsExactly("POST /api/v1/secrets/git-providers");

    assertThat(door.ask("POST", "/api/unset-provider-tokens", ""))
        .isEqualTo("200 {\"message\":\"Unset Git provider tokens\"}");
    assertThat(account().token("github")).isEmpty();
    assertThat(door.requests()).containsExactly("DELETE /api/v1/secrets/git-providers");
  }

  @Test
  void secretsAreCreatedListedRenamedAndDeleted() {
    assertThat(door.ask("POST", "/api/secrets", "{\"name\":\"A\",\"value\":\"v-1\"}"))
        .isEqualTo("201 {\"message\":\"Secret created successfully\"}");
    assertThat(door.requests())
        .containsExactly("GET /api/v1/secrets/search", "POST /api/v1/secrets");
    assertThat(door.ask("POST", "/api/secrets", "{\"name\":\"A\",\"value\":\"v-2\"}"))
        .isEqualTo("400 {\"message\":\"Secret A already exists\"}");
    assertThat(door.requests()).containsExactly("GET /api/v1/secrets/search");

    assertThat(door.ask("PUT", "/api/secrets/A", "{\"name\":\"B\",\"description\":\"d\"}"))
        .isEqualTo("200 {\"message\":\"Secret updated successfully\"}");
    assertThat(door.ask("GET", "/api/secrets", ""))
        .isEqualTo("200 {\"custom_secrets\":[{\"name\":\"B\",\"description\":\"d\"}]}");
    assertThat(account().secret("B")).contains("v-1");
    assertThat(door.ask("DELETE", "/api/secrets/B", ""))
        .isEqualTo("200 {\"message\":\"Secret deleted successfully\"}");
    assertThat(door.ask("DELETE", "/api/secrets/B", ""))
        .isEqualTo("404 {\"error\":\"Secret with ID B not found\"}");
  }

  @Test
  void optionsAreToldAndFixedOnesCostNoRequest() {
    account().addModel("zeta", "one", true);
    door.requests();

    assertThat(door.ask("GET", "/api/options/models", ""))
        .startsWith("200 [")
        .contains("\"zeta/one\"");
    assertThat(door.requests()).containsExactly("GET /api/v1/config/models/search");
    assertThat(door.ask("GET", "/api/options/config", "")).contains("\"APP_MODE\":");
    assertThat(door.requests()).containsExactly("GET /api/v1/web-client/config");
    assertThat(door.ask("GET", "/api/options/agents", "")).isEqualTo("200 [\"CodeActAgent\"]");
    assertThat(door.ask("GET", "/api/options/security-analyzers", "")).isEqualTo("200 [\"llm\"]");
    assertThat(door.requests()).isEmpty();
  }

  @Test
  void usersAndTheirRepositoriesAreToldFromTheConnectedProvider() {
    account().connect("github", "ghp-test-good");
    account().setGitUser("7", "octocat");
    account().addInstallation("github", "42");
    account().addRepository("github", "octo/app", 3);
    account().addBranch("github", "octo/app", "main", "abc");
    account().addSuggestedTask("github", "OPEN_ISSUE", "octo/app", 3, "Fix");
    door.requests();

    assertThat(door.ask("GET", "/api/user/info", "")).contains("\"login\":\"octocat\"");
    assertThat(door.requests()).containsExactly("GET /api/v1/users/git-info");
    assertThat(door.ask("GET", "/api/user/installations?provider=github", ""))
        .isEqualTo("200 [\"42\"]");
    assertThat(door.requests()).containsExactly("GET /api/v1/git/installations/search");
    assertThat(door.ask("GET", "/api/user/repositories?selected_provider=github", ""))
        .contains("\"full_name\":\"octo/app\"");
    assertThat(door.requests()).containsExactly("GET /api/v1/git/repositories/search");
    assertThat(
            door.ask("GET", "/api/user/search/repositories?query=app&selected_provider=github", ""))
        .contains("\"full_name\":\"octo/app\"");
    assertThat(door.requests()).containsExactly("GET /api/v1/git/repositories/search");
    assertThat(door.ask("GET", "/api/user/repository/branches?repository=octo/app", ""))
        .contains("\"name\":\"main\"", "\"total_count\":null");
    assertThat(door.ask("GET", "/api/user/search/branches?repository=octo/app&query=ma", ""))
        .contains("\"name\":\"main\"");
    assertThat(door.ask("GET", "/api/user/suggested-tasks", "")).contains("\"title\":\"Fix\"");
  }

  @Test
  void withoutAProviderUsersAreRefusedInV0sWords() {
    assertThat(door.ask("GET", "/api/user/info", ""))
        .isEqualTo("401 \"Git provider token required. (such as GitHub).\"");
    assertThat(door.ask("GET", "/api/user/suggested-tasks", ""))
        .isEqualTo("401 \"No providers set.\"");
  }

  @Test
  void whatV1HasNoPlaceForIsRefusedWithoutARequest() {
    for (String target :
        new String[] {
          "/api/user/repository/octo/app/microagents",
          "/api/user/repository/octo/app/microagents/content?file_path=a",
          "/api/microagent-management/conversations?selected_repository=octo/app"
        }) {
      assertThat(door.ask("GET", target, "")).as(target).startsWith("501 ");
    }
    assertThat(door.ask("GET", "/socket.io/?EIO=4", "")).startsWith("501 {\"error\":\"V0's live");
    assertThat(door.requests()).isEmpty();
  }

  @Test
  void healthNeedsNoKey() {
    assertThat(door.ask("GET", "/alive", Map.of(), "")).isEqualTo("200 {\"status\":\"ok\"}");
    assertThat(door.ask("GET", "/health", Map.of(), "")).isEqualTo("200 \"OK\"");
    assertThat(door.ask("GET", "/server_info", Map.of(), "")).contains("\"uptime\":");
    assertThat(door.requests()).containsExactly("GET /alive", "GET /health", "GET /server_info");
    assertThat(door.ask("GET", "/api/settings", Map.of(), ""))
        .isEqualTo("401 {\"error\":\"NoCredentialsError\"}");
    assertThat(door.requests()).isEmpty();
  }
}
