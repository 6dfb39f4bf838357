package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.BranchSearch;
import io.github.openhands4j.model.v0.CustomSecret;
import io.github.openhands4j.model.v0.ProviderToken;
import io.github.openhands4j.model.v0.RepositoryQuery;
import io.github.openhands4j.model.v0.RepositorySearch;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the groups: how it is called, what must go over the wire, and an answer that V0
 * gives.
 *
 * @param name names it in reports
 * @param request method and target as sent
 * @param body the body as sent, empty for none
 * @param answer the body of a good answer
 * @param call makes the call; the result as text, or null if there is none
 * @param result what the caller gets, as text
 */
record DirectCall(
    String name,
    String request,
    String body,
    String answer,
    Function<OpenHandsV0Client, @Nullable Object> call,
    String result) {

  private static final String ID = "a b";
  private static final String AT = "/api/conversations/a%20b/";
  private static final String STORED = "{\"message\":\"stored\"}";
  private static final String NOTHING = "null";

  boolean isRead() {
    return request.startsWith("GET ") && !name.equals("rememberPrompt");
  }

  @Override
  public String toString() {
    return name;
  }

  private static DirectCall read(
      String name,
      String target,
      String answer,
      Function<OpenHandsV0Client, @Nullable Object> call,
      String result) {
    return new DirectCall(name, "GET " + target, "", answer, call, result);
  }

  private static DirectCall write(
      String name,
      String request,
      String body,
      String answer,
      Function<OpenHandsV0Client, @Nullable Object> call,
      String result) {
    return new DirectCall(name, request, body, answer, call, result);
  }

  private static Map<String, @Nullable Object> ordered(
      String first, @Nullable Object one, String second, @Nullable Object two) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put(first, one);
    map.put(second, two);
    return map;
  }

  static List<DirectCall> ofConversations() {
    return List.of(
        read(
            "listEvents",
            AT + "events",
            "{\"events\":[{\"id\":0,\"message\":\"m\",\"action\":\"null\",\"args\":{}}],"
                + "\"has_more\":true}",
            c -> {
              var page = c.events().listEvents(ID, EventQuery.oldest());
              return page.events() + " " + page.hasMore();
            },
            "[Event[id=0, action=null, observation=null]] true"),
        read(
            "listEvents with bounds",
            AT + "events?start_id=3&end_id=9&reverse=true&limit=0",
            "{\"events\":[],\"has_more\":true}",
            c -> c.events().listEvents(ID, new EventQuery(3L, 9L, true, 0, null)).events(),
            "[]"),
        write(
            "addEvent",
            "POST " + AT + "events",
            "{\"action\":\"message\",\"args\":null}",
            "{\"success\":true}",
            c -> {
              c.events().addEvent(ID, ordered("action", "message", "args", null));
              return null;
            },
            NOTHING),
        read(
            "listFiles",
            AT + "list-files",
            "[\"src/\",\"README.md\"]",
            c -> c.files().listFiles(ID, null),
            "[src/, README.md]"),
        read(
            "listFiles of a directory",
            AT + "list-files?path=a/b%26c",
            "[]",
            c -> c.files().listFiles(ID, "a/b&c"),
            "[]"),
        read(
            "selectFile",
            AT + "select-file?file=src/%C3%BC%25.py",
            "{\"code\":\"x = 1\\n\"}",
            c -> c.files().selectFile(ID, "src/ü%.py"),
            "x = 1\n"),
        read(
            "changes",
            AT + "git/changes",
            "[{\"status\":\"M\",\"path\":\"app/a.py\",\"more\":[1]}]",
            c -> c.git().changes(ID),
            "[GitChange[status=M, path=app/a.py, additionalProperties={more=[1]}]]"),
        read(
            "diff",
            AT + "git/diff?path=app/a.py",
            "{\"modified\":\"b\",\"original\":\"\"}",
            c -> {
              var diff = c.git().diff(ID, "app/a.py");
              return diff.original() + "->" + diff.modified();
            },
            "->b"),
        read(
            "config",
            AT + "config",
            "{\"runtime_id\":null,\"session_id\":\"a b\"}",
            c -> c.runtimes().config(ID),
            "RuntimeConfig[runtimeId=null, sessionId=a b, additionalProperties={}]"),
        read(
            "vscodeUrl",
            AT + "vscode-url",
            "{\"vscode_url\":null}",
            c -> c.runtimes().vscodeUrl(ID),
            "Optional.empty"),
        read(
            "webHosts",
            AT + "web-hosts",
            "{\"hosts\":{\"https://w\":12000}}",
            c -> c.runtimes().webHosts(ID),
            "{https://w=12000}"),
        read(
            "microagents",
            AT + "microagents",
            "{\"microagents\":[{\"name\":\"n\",\"type\":\"repo\",\"content\":\"secret\","
                + "\"triggers\":[],\"inputs\":[],\"tools\":[]}]}",
            c -> c.runtimes().microagents(ID),
            "[Microagent[name=n, type=repo]]"),
        read(
            "rememberPrompt",
            AT + "remember-prompt?event_id=7",
            "{\"status\":\"success\",\"prompt\":\"Remember it\"}",
            c -> c.runtimes().rememberPrompt(ID, 7),
            "Remember it"),
        write(
            "submitFeedback",
            "POST " + AT + "submit-feedback",
            "{\"polarity\":\"positive\",\"version\":null}",
            "{\"statusCode\":200,\"body\":{\"x\":9999999999999999999}}",
            c -> c.runtimes().submitFeedback(ID, ordered("polarity", "positive", "version", null)),
            "{statusCode=200, body={x=9999999999999999999}}"),
        write(
            "addExperimentConfig",
            "POST " + AT + "exp-config",
            "{\"config\":{\"k\":\"v\"}}",
            "false",
            c -> c.runtimes().addExperimentConfig(ID, Map.of("k", "v")),
            "false"));
  }

  static List<DirectCall> ofTheAccount() {
    return List.of(
        read(
            "getSettings",
            "/api/settings",
            "{\"llm_model\":null,\"max_iterations\":5,\"max_budget_per_task\":0.5}",
            c -> c.settings().getSettings(),
            "{llm_model=null, max_iterations=5, max_budget_per_task=0.5}"),
        write(
            "storeSettings",
            "POST /api/settings",
            "{\"llm_model\":\"m\",\"language\":null}",
            STORED,
            c -> {
              c.settings().storeSettings(ordered("llm_model", "m", "language", null));
              return null;
            },
            NOTHING),
        write(
            "addGitProviders",
            "POST /api/add-git-providers",
            "{\"provider_tokens\":{\"github\":{\"token\":\"fake-token\",\"user_id\":null,"
                + "\"host\":\"git.example\"}}}",
            STORED,
            c -> {
              c.settings()
                  .addGitProviders(
                      Map.of(
                          ProviderType.GITHUB,
                          new ProviderToken(Secret.of("fake-token"), null, "git.example")));
              return null;
            },
            NOTHING),
        write(
            "unsetProviderTokens",
            "POST /api/unset-provider-tokens",
            "",
            STORED,
            c -> {
              c.settings().unsetProviderTokens();
              return null;
            },
            NOTHING),
        read(
            "listSecrets",
            "/api/secrets",
            "{\"custom_secrets\":[{\"name\":\"N\",\"description\":null}]}",
            c -> c.secrets().listSecrets(),
            "[CustomSecret[name=N, description=null, additionalProperties={}]]"),
        write(
            "createSecret",
            "POST /api/secrets",
            "{\"name\":\"N\",\"description\":\"d\",\"value\":\"fake-value\"}",
            STORED,
            c -> {
              c.secrets().createSecret(secret("N", "d"), Secret.of("fake-value"));
              return null;
            },
            NOTHING),
        write(
            "updateSecret",
            "PUT /api/secrets/a%2F..%2F%25",
            "{\"name\":\"M\",\"description\":null}",
            STORED,
            c -> {
              c.secrets().updateSecret("a/../%", secret("M", null));
              return null;
            },
            NOTHING),
        write(
            "deleteSecret",
            "DELETE /api/secrets/N",
            "",
            STORED,
            c -> {
              c.secrets().deleteSecret("N");
              return null;
            },
            NOTHING));
  }

  private static CustomSecret secret(String name, @Nullable String description) {
    return CustomSecret.builder().name(name).description(description).build();
  }

  static List<DirectCall> ofTheServer() {
    return List.of(
        read("models", "/api/options/models", "[\"a\",\"b\"]", c -> c.options().models(), "[a, b]"),
        read(
            "models since 2026",
            "/api/options/models",
            "{\"models\":[\"a\"],\"verified_models\":[],\"default_model\":\"a\"}",
            c -> c.options().models(),
            "[a]"),
        read(
            "agents",
            "/api/options/agents",
            "[\"CodeActAgent\"]",
            c -> c.options().agents(),
            "[CodeActAgent]"),
        read(
            "securityAnalyzers",
            "/api/options/security-analyzers",
            "[\"llm\"]",
            c -> c.options().securityAnalyzers(),
            "[llm]"),
        read(
            "options config",
            "/api/options/config",
            "{\"APP_MODE\":\"oss\",\"FEATURE_FLAGS\":{\"X\":true}}",
            c -> c.options().config(),
            "{APP_MODE=oss, FEATURE_FLAGS={X=true}}"),
        read("alive", "/alive", "{\"status\":\"ok\"}", c -> c.health().alive(), "{status=ok}"),
        read("health", "/health", "\"OK\"", c -> c.health().health(), "OK"),
        read(
            "serverInfo",
            "/server_info",
            "{\"uptime\":1.5,\"idle_time\":2}",
            c -> c.health().serverInfo(),
            "{uptime=1.5, idle_time=2}"));
  }

  static List<DirectCall> ofTheUser() {
    String repository =
        "[{\"id\":\"1\",\"full_name\":\"o/r\",\"git_provider\":\"x\",\"is_public\":true}]";
    return List.of(
        read(
            "installations",
            "/api/user/installations?provider=github",
            "[\"1\",2]",
            c -> c.user().installations(ProviderType.GITHUB),
            "[1, 2]"),
        read(
            "repositories",
            "/api/user/repositories?sort=updated&selected_provider=gitlab&page=2&per_page=5"
                + "&installation_id=9",
            repository,
            c ->
                c.user()
                    .repositories(new RepositoryQuery("updated", ProviderType.GITLAB, 2, 5, "9"))
                    .get(0)
                    .fullName(),
            "o/r"),
        read(
            "repositories by default",
            "/api/user/repositories",
            "[]",
            c -> c.user().repositories(RepositoryQuery.builder().build()),
            "[]"),
        read(
            "info",
            "/api/user/info",
            "{\"id\":\"1\",\"login\":\"me\",\"avatar_url\":\"u\",\"name\":null}",
            c -> c.user().info().login(),
            "me"),
        read(
            "searchRepositories",
            "/api/user/search/repositories?query=a%20b&per_page=3",
            repository,
            c ->
                c.user()
                    .searchRepositories(RepositorySearch.builder().query("a b").perPage(3).build())
                    .size(),
            "1"),
        read(
            "searchBranches",
            "/api/user/search/branches?repository=o/r&query=m&selected_provider=github",
            "[{\"name\":\"main\",\"commit_sha\":\"c\",\"protected\":true,\"last_push_date\":null}]",
            c ->
                c.user()
                    .searchBranches(
                        BranchSearch.builder()
                            .repository("o/r")
                            .query("m")
                            .selectedProvider(ProviderType.GITHUB)
                            .build())
                    .get(0)
                    .isProtected(),
            "true"),
        read(
            "suggestedTasks",
            "/api/user/suggested-tasks",
            "[{\"git_provider\":\"github\",\"task_type\":\"OPEN_ISSUE\",\"repo\":\"o/r\","
                + "\"issue_number\":7,\"title\":\"t\"}]",
            c -> c.user().suggestedTasks().get(0).issueNumber(),
            "7"),
        read(
            "branches",
            "/api/user/repository/branches?repository=o/r&page=2&per_page=1",
            "{\"branches\":[{\"name\":\"main\",\"commit_sha\":\"c\",\"protected\":false}],"
                + "\"has_next_page\":true,\"current_page\":2,\"per_page\":1,\"total_count\":null}",
            c -> {
              var page = c.user().branches("o/r", 2, 1);
              return page.branches().size() + " " + page.hasNextPage() + " " + page.currentPage();
            },
            "1 true 2"),
        read(
            "branches up to 0.54",
            "/api/user/repository/branches?repository=o/r",
            "[{\"name\":\"main\",\"commit_sha\":\"c\",\"protected\":false}]",
            c -> {
              var page = c.user().branches("o/r", null, null);
              return page.branches().size() + " " + page.hasNextPage() + " " + page.totalCount();
            },
            "1 false 1"),
        read(
            "microagents of a repository",
            "/api/user/repository/o/r%25/microagents",
            "[{\"name\":\"n\",\"path\":\"p\",\"created_at\":\"2025-01-01T00:00:00\"}]",
            c -> c.user().microagents("o/r%").get(0).createdAt(),
            "2025-01-01T00:00:00"),
        read(
            "microagentContent",
            "/api/user/repository/o/r/microagents/content?file_path=.openhands/x.md",
            "{\"content\":\"c\",\"path\":\"p\",\"triggers\":[\"t\"],\"git_provider\":\"github\"}",
            c -> c.user().microagentContent("o/r", ".openhands/x.md").triggers(),
            "[t]"),
        read(
            "microagentConversations",
            "/api/microagent-management/conversations?selected_repository=o/r&page_id=t%3D&limit=3",
            "{\"results\":[{\"conversation_id\":\"c\"}],\"next_page_id\":null}",
            c -> c.user().microagentConversations("o/r", "t=", 3).results().size(),
            "1"));
  }

  static List<DirectCall> all() {
    return Stream.of(ofConversations(), ofTheAccount(), ofTheServer(), ofTheUser())
        .flatMap(List::stream)
        .toList();
  }
}
