package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings, secrets and who the user is. */
class AccountTest {

  private static final String SETTINGS = "/api/v1/settings";
  private static final String SECRETS = "/api/v1/secrets";
  private static final String PROVIDERS = SECRETS + "/git-providers";

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);
  private final SimulatedAccount account = server.account();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void settingsAreMergedAndKeysAreNotShown() throws IOException {
    Caller.Answer stored =
        caller.post(
            SETTINGS,
            "{\"language\":\"de\",\"nothing\":1,\"search_api_key\":\"fake-search\","
                + "\"agent_settings_diff\":{\"llm\":{\"model\":\"m\",\"api_key\":\"fake-key\"},"
                + "\"mcp_config\":{\"mcpServers\":{}}},"
                + "\"conversation_settings_diff\":{\"max_iterations\":7}}");

    assertThat(stored.text()).isEqualTo("{\"message\":\"Settings stored\"}");
    JsonNode settings = caller.get(SETTINGS).json();
    assertThat(settings.get("language").asText()).isEqualTo("de");
    assertThat(settings.has("nothing")).isFalse();
    assertThat(settings.at("/agent_settings/llm/model").asText()).isEqualTo("m");
    assertThat(settings.at("/agent_settings/llm/num_retries").asInt()).isEqualTo(5);
    assertThat(settings.at("/agent_settings/llm/api_key").isNull()).isTrue();
    assertThat(settings.at("/agent_settings/mcp_config/mcpServers").isObject()).isTrue();
    assertThat(settings.at("/conversation_settings/max_iterations").asInt()).isEqualTo(7);
    assertThat(settings.get("search_api_key").isNull()).isTrue();
    assertThat(settings.get("llm_api_key_set").asBoolean()).isTrue();
    assertThat(settings.get("search_api_key_set").asBoolean()).isTrue();
    assertThat(caller.get("/api/v1/users/me").json().at("/agent_settings/llm/api_key").asText())
        .isEqualTo("**********");
  }

  @Test
  void wholeNestedSettingsAreRefused() throws IOException {
    Caller.Answer refused = caller.post(SETTINGS, "{\"agent_settings\":{},\"language\":\"de\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":\"Use *_diff nested settings payloads instead of legacy keys\","
                + "\"keys\":[\"agent_settings\"]}");
    assertThat(caller.get(SETTINGS).json().get("language").isNull()).isTrue();
    assertThat(caller.post(SETTINGS, "[]").status()).isEqualTo(422);
  }

  @Test
  void newUserHasNoSettingsUntilSomeAreStored() throws IOException {
    account.forgetSettings();

    assertThat(caller.get(SETTINGS).status()).isEqualTo(404);
    assertThat(caller.get(SETTINGS).text()).isEqualTo("{\"error\":\"Settings not found\"}");
    caller.post(SETTINGS, "{\"git_user_name\":\"me\"}");
    assertThat(caller.get(SETTINGS).json().get("git_user_name").asText()).isEqualTo("me");
  }

  @Test
  void plainSecretsAreForSandboxesOnly() throws IOException {
    caller.post(SETTINGS, "{\"search_api_key\":\"fake-search\"}");
    caller.ready("7f4c4779-0000-4000-8000-00000000000a");
    String key = server.sandboxes().get(0).sessionKey();

    assertThat(caller.get("/api/v1/users/me?expose_secrets=true").status()).isEqualTo(401);
    assertThat(
            caller
                .get("/api/v1/users/me?expose_secrets=true", AgentWorld.KEY, key)
                .json()
                .get("search_api_key")
                .asText())
        .isEqualTo("fake-search");
  }

  @Test
  void secretsAreMadeRenamedAndDeletedAndNeverShown() throws IOException {
    Caller.Answer made =
        caller.post(SECRETS, "{\"name\":\"A\",\"value\":\"fake-a\",\"description\":\"first\"}");
    caller.post(SECRETS, "{\"name\":\"B B\",\"value\":\"fake-b\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text()).isEqualTo("{\"message\":\"Secret created successfully\"}");
    assertThat(caller.get(SECRETS + "/search").text())
        .isEqualTo(
            "{\"items\":[{\"name\":\"A\",\"description\":\"first\"},"
                + "{\"name\":\"B B\",\"description\":null}],\"next_page_id\":null}");
    assertThat(caller.send("PUT", SECRETS + "/B%20B", "{\"name\":\"A\"}").status()).isEqualTo(400);
    assertThat(caller.send("PUT", SECRETS + "/B%20B", "{\"name\":\"C\"}").status()).isEqualTo(200);
    assertThat(account.secret("C")).hasValue("fake-b");
    assertThat(caller.send("PUT", SECRETS + "/X", "{\"name\":\"C\"}").status()).isEqualTo(404);
    assertThat(caller.send("DELETE", SECRETS + "/A", "").text())
        .isEqualTo("{\"message\":\"Secret deleted successfully\"}");
    assertThat(caller.send("DELETE", SECRETS + "/A", "").text())
        .isEqualTo("{\"detail\":\"Secret with ID A not found\"}");
    assertThat(caller.post(SECRETS, "{\"name\":\"A\"}").status()).isEqualTo(422);
  }

  @Test
  void secretsAreFilteredAndPaged() throws IOException {
    for (int i = 0; i < 5; i++) {
      account.putSecret("NAME_" + i, "fake", null);
    }
    account.putSecret("OTHER", "fake", null);

    JsonNode first = caller.get(SECRETS + "/search?name__contains=NAME&limit=3").json();
    String next = first.get("next_page_id").asText();
    assertThat(next).isEqualTo("Mw");
    JsonNode second =
        caller.get(SECRETS + "/search?name__contains=NAME&limit=3&page_id=" + next).json();
    assertThat(second.get("items")).hasSize(2);
    assertThat(second.at("/items/0/name").asText()).isEqualTo("NAME_3");
    assertThat(second.get("next_page_id").isNull()).isTrue();
    assertThat(caller.get(SECRETS + "/search?limit=101").status()).isEqualTo(422);
  }

  @Test
  void providersAreReplacedAsAWholeAndEmptyTokensKeepTheStoredOne() throws IOException {
    account.refuseToken("fake-bad");
    caller.post(
        PROVIDERS,
        "{\"provider_tokens\":{\"github\":{\"token\":\"fake-1\",\"host\":\"git.example.org\"},"
            + "\"gitlab\":{\"token\":\"fake-2\"}}}");

    assertThat(caller.get(SETTINGS).json().get("provider_tokens_set").toString())
        .isEqualTo("{\"github\":\"git.example.org\",\"gitlab\":null}");
    assertThat(caller.post(PROVIDERS, "{\"provider_tokens\":{\"github\":{\"token\":\"\"}}}").text())
        .isEqualTo("{\"message\":\"Git providers stored\"}");
    assertThat(account.token("github")).hasValue("fake-1");
    assertThat(account.token("gitlab")).isEmpty();
    Caller.Answer bad =
        caller.post(PROVIDERS, "{\"provider_tokens\":{\"github\":{\"token\":\"fake-bad\"}}}");
    assertThat(bad.status()).isEqualTo(401);
    assertThat(bad.text())
        .isEqualTo("{\"detail\":\"Invalid token. Please make sure it is a valid github token.\"}");
    assertThat(account.token("github")).hasValue("fake-1");
    assertThat(caller.post(PROVIDERS, "{\"provider_tokens\":{\"cvs\":{}}}").status())
        .isEqualTo(422);
    assertThat(caller.send("DELETE", PROVIDERS, "").status()).isEqualTo(200);
    assertThat(account.token("github")).isEmpty();
  }

  @Test
  void gitUserNeedsAProvider() throws IOException {
    Caller.Answer none = caller.get("/api/v1/users/git-info");
    assertThat(none.status()).isEqualTo(403);
    assertThat(none.text()).isEqualTo("{\"detail\":\"Git provider not connected\"}");

    account.connect("github", "fake-token");
    account.setGitUser("7", "octo");
    assertThat(caller.get("/api/v1/users/git-info").text())
        .isEqualTo(
            "{\"id\":\"7\",\"login\":\"octo\",\"avatar_url\":\"https://avatars.example.org/7\","
                + "\"company\":null,\"name\":\"octo\",\"email\":null}");
  }

  @Test
  void userOfTheCloudHasAnOrganization() throws IOException {
    try (OpenHandsSimulator cloud = OpenHandsSimulator.builder().apiKey("fake-key").start()) {
      JsonNode me =
          new Caller(cloud).get("/api/v1/users/me", "Authorization", "Bearer fake-key").json();

      assertThat(me.get("org_name").asText()).isEqualTo("Example");
      assertThat(new Caller(cloud).get("/api/v1/users/me").status()).isEqualTo(401);
    }
    assertThat(caller.get("/api/v1/users/me").json().has("org_id")).isFalse();
  }
}
