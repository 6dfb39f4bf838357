package io.github.openhands4j.realserver.likeness;

import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import io.github.openhands4j.realserver.StoredAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The simulator of the V0 server answers as the real one does about the account: settings, secrets,
 * options, the user and git providers. What the real server has stored is the same before and
 * after.
 */
@ExtendWith(RealServers.class)
@Timeout(600)
class V0AccountLikenessIT {

  private static final String SETTINGS = "/api/settings";
  private static final String SOME_SETTINGS =
      "{\"language\":\"en\",\"agent\":\"CodeActAgent\",\"llm_base_url\":\"http://127.0.0.1:9/v1\"}";
  private static final String SECRETS = "/api/secrets";
  private static final String PROVIDERS = "/api/add-git-providers";
  private static final String USER = "/api/user";

  @Test
  void settingsAreStoredAndShown(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          for (String body :
              List.of(
                  """
                  {"language":"de","agent":"CodeActAgent","max_iterations":77,
                   "security_analyzer":"llm","confirmation_mode":true,
                   "llm_model":"openai/fake-model","llm_api_key":"fake-llm-key",
                   "llm_base_url":"http://127.0.0.1:9/v1","remote_runtime_resource_factor":2,
                   "enable_default_condenser":false,"enable_sound_notifications":true,
                   "enable_proactive_conversation_starters":false,
                   "enable_solvability_analysis":false,"user_consents_to_analytics":false,
                   "sandbox_base_container_image":"a","search_api_key":"fake-search-key",
                   "sandbox_api_key":"fake-sandbox-key","max_budget_per_task":1.5,
                   "condenser_max_size":30,"email":"octo@example.invalid","email_verified":true,
                   "git_user_name":"octo","git_user_email":"octo@example.invalid",
                   "v1_enabled":false}\
                  """,
                  "{}",
                  "{\"language\":null,\"nonsense\":1}",
                  "{\"max_iterations\":\"5\",\"confirmation_mode\":\"yes\"}",
                  "{\"max_budget_per_task\":2}",
                  "{\"mcp_config\":{}}",
                  """
                  {"mcp_config":{"sse_servers":["http://127.0.0.1:9/sse"],
                   "shttp_servers":[{"url":"http://127.0.0.1:9/mcp","api_key":"fake-mcp-key"}],
                   "stdio_servers":[{"name":"n","command":"c"}]}}\
                  """,
                  "{\"mcp_config\":null}")) {
            caller.post(SETTINGS, body);
            caller.get(SETTINGS);
          }
          caller.post("/api/reset-settings", "");
          caller.post("/api/reset-settings", "{");
        });
  }

  @Test
  void settingsThatAreRefused(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          for (String body :
              List.of(
                  "",
                  "[]",
                  "{",
                  "null",
                  "{\"language\":5}",
                  "{\"agent\":[]}",
                  "{\"llm_model\":{}}",
                  "{\"llm_api_key\":5}",
                  "{\"search_api_key\":5}",
                  "{\"sandbox_base_container_image\":5}",
                  "{\"email\":5}",
                  "{\"max_iterations\":\"many\"}",
                  "{\"max_iterations\":1.5}",
                  "{\"max_iterations\":[]}",
                  "{\"remote_runtime_resource_factor\":\"x\"}",
                  "{\"confirmation_mode\":\"perhaps\"}",
                  "{\"confirmation_mode\":5}",
                  "{\"email_verified\":[]}",
                  "{\"enable_default_condenser\":null}",
                  "{\"max_budget_per_task\":\"much\"}",
                  "{\"max_budget_per_task\":[]}",
                  "{\"condenser_max_size\":19}",
                  "{\"condenser_max_size\":\"x\"}",
                  "{\"secrets_store\":5}",
                  "{\"mcp_config\":5}",
                  "{\"mcp_config\":{\"nope\":1}}",
                  "{\"language\":5,\"max_iterations\":\"many\",\"condenser_max_size\":1}")) {
            caller.post(SETTINGS, body);
          }
          caller.say("POST", SETTINGS, "{}", "X-Session-API-Key", RealServer.KEY);
          caller.say(
              "POST",
              SETTINGS,
              "{}",
              "X-Session-API-Key",
              RealServer.KEY,
              "Content-Type",
              "text/plain");
        });
  }

  @Test
  void secretsAreKept(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          caller.get(SECRETS);
          caller.delete(SECRETS + "/NOSUCH");
          caller.keyed("PUT", SECRETS + "/NOSUCH", "{\"name\":\"NOSUCH\"}");
          for (String body :
              List.of(
                  "{\"name\":\"ONE\",\"value\":\"fake-value\",\"description\":\"d\"}",
                  "{\"name\":\"ONE\",\"value\":\"fake-value\"}",
                  "{\"name\":\"TWO\",\"value\":\"fake-value\"}",
                  "{\"name\":\"THREE\",\"value\":\"\",\"description\":null,\"nope\":1}",
                  "",
                  "[]",
                  "{",
                  "{}",
                  "{\"name\":5,\"value\":5,\"description\":5}",
                  "{\"name\":\"FOUR\"}",
                  "{\"name\":null,\"value\":null}")) {
            caller.post(SECRETS, body);
          }
          caller.get(SECRETS);
          for (String body :
              List.of(
                  "{\"name\":\"ONE\",\"description\":\"other\"}",
                  "{\"name\":\"ONE\"}",
                  "{\"name\":\"TWO\"}",
                  "{\"name\":\"NEW\",\"value\":\"fake-value\"}",
                  "",
                  "[]",
                  "{",
                  "{}",
                  "{\"name\":5,\"description\":5}")) {
            caller.keyed("PUT", SECRETS + "/ONE", body);
          }
          caller.get(SECRETS);
          for (String name : List.of("NEW", "NEW", "TWO", "a%20b")) {
            caller.delete(SECRETS + "/" + name);
          }
          caller.get(SECRETS);
          caller.get(SECRETS + "/TWO");
          caller.delete(SECRETS);
        });
  }

  @Test
  void providersAreConnectedAndTakenAway(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          caller.post(SETTINGS, SOME_SETTINGS);
          for (String body :
              List.of(
                  provider("github", "{\"token\":\"fake-git-token\"}"),
                  provider("github", "{\"token\":\"fake-refused-token\"}"),
                  provider("github", "{\"token\":\"\"}"),
                  provider("github", "{\"token\":null}"),
                  provider("github", "{}"),
                  provider("gitlab", "{\"token\":\"fake-gitlab-token\"}"),
                  provider("gitlab", "{\"token\":\"fake-refused-token\"}"),
                  provider("svn", "{\"token\":\"fake-git-token\"}"),
                  provider("github", "5"),
                  provider("github", "{\"token\":5}"),
                  "{\"provider_tokens\":5}",
                  "{\"provider_tokens\":null}",
                  "{\"mcp_config\":5}",
                  "{\"nope\":1}",
                  "{}",
                  "",
                  "[]",
                  "{")) {
            caller.post(PROVIDERS, body);
            caller.get(SETTINGS);
          }
          caller.post("/api/unset-provider-tokens", "");
          caller.get(SETTINGS);
          caller.post("/api/unset-provider-tokens", "{");
          user(caller);
        });
  }

  private static String provider(String name, String token) {
    return "{\"provider_tokens\":{\"" + name + "\":" + token + "}}";
  }

  @Test
  void userHasRepositories(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(server, V0AccountLikenessIT::user);
  }

  private static void user(RawCaller caller) throws Exception {
    for (String target :
        List.of(
            "/info",
            "/installations",
            "/installations?provider=github",
            "/installations?provider=gitlab",
            "/installations?provider=svn",
            "/repositories",
            "/repositories?page=1&per_page=1",
            "/repositories?selected_provider=github",
            "/repositories?selected_provider=github&page=1&per_page=1",
            "/repositories?selected_provider=github&page=2&per_page=1&sort=updated",
            "/repositories?selected_provider=github&page=99&per_page=5",
            "/repositories?selected_provider=svn&page=x&per_page=y",
            "/search/repositories",
            "/search/repositories?query=app",
            "/search/repositories?query=app&per_page=1&sort=updated&order=asc",
            "/search/repositories?query=nosuch&selected_provider=github",
            "/search/repositories?query=app&per_page=x&selected_provider=svn",
            "/search/branches",
            "/search/branches?repository=octo/app&query=main",
            "/search/branches?repository=octo/app&query=m&selected_provider=github&per_page=1",
            "/search/branches?repository=octo/nosuch&query=main",
            "/search/branches?repository=octo/app&query=main&per_page=x&selected_provider=svn",
            "/suggested-tasks",
            "/repository/branches",
            "/repository/branches?repository=octo/app",
            "/repository/branches?repository=octo/app&page=1&per_page=1",
            "/repository/branches?repository=octo/app&page=99",
            "/repository/branches?repository=octo/nosuch",
            "/repository/branches?repository=octo/app&page=x&per_page=y",
            "/repository/octo/nosuch/microagents",
            "/repository/octo/nosuch/microagents/content",
            "/repository/octo/nosuch/microagents/content?file_path=a.md",
            "/nosuch")) {
      caller.get(USER + target);
    }
    String microagents = "/api/microagent-management/conversations";
    for (String query :
        List.of(
            "",
            "?selected_repository=octo/nosuch",
            "?selected_repository=octo/nosuch&limit=0",
            "?selected_repository=octo/nosuch&limit=x")) {
      caller.get(microagents + query);
    }
  }

  @Test
  void optionsAndHealth(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          caller.post(SETTINGS, SOME_SETTINGS);
          for (String path :
              List.of(
                  "/api/options/models",
                  "/api/options/agents",
                  "/api/options/security-analyzers",
                  "/api/options/config",
                  "/alive",
                  "/health",
                  "/server_info",
                  "/ready",
                  SETTINGS,
                  SECRETS,
                  PROVIDERS,
                  "/api/unset-provider-tokens",
                  USER + "/info")) {
            caller.get(path);
            caller.say("GET", path, "");
            caller.say("GET", path, "", "X-Session-API-Key", "fake-wrong-key");
            caller.keyed("PUT", path, "{}");
            caller.keyed("HEAD", path, "");
            caller.get(path + "/");
          }
        });
  }

  private static void assertAlike(RealServer server, Recording.Talk talk) throws Exception {
    StoredAccount account = new StoredAccount(server);
    try {
      V0Scenario.assertAlike(server, talk);
    } finally {
      account.restore();
    }
  }
}
