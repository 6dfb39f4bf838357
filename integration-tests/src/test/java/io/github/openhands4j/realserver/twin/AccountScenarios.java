package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.BranchSearch;
import io.github.openhands4j.model.v0.CustomSecret;
import io.github.openhands4j.model.v0.ProviderToken;
import io.github.openhands4j.model.v0.RepositoryQuery;
import io.github.openhands4j.model.v0.RepositorySearch;
import io.github.openhands4j.v0.V0Secrets;
import io.github.openhands4j.v0.V0Settings;
import io.github.openhands4j.v0.V0Users;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings, secrets, options, the user, and whether the server lives. */
final class AccountScenarios {

  private static final String SECRET = "TWIN_SECRET";

  /** The token that the stand-in for GitHub clones with, and one that it refuses. */
  private static final String TOKEN = "fake-git-token";

  private static final String REFUSED_TOKEN = "fake-refused-token";

  /** What the two servers were started with, and what the tests do not change. */
  private static final Set<String> COMPARED =
      Set.of(
          "language",
          "agent",
          "max_iterations",
          "confirmation_mode",
          "security_analyzer",
          "llm_api_key",
          "llm_api_key_set",
          "search_api_key",
          "search_api_key_set",
          "secrets_store",
          "user_consents_to_analytics",
          "git_user_name",
          "git_user_email");

  private AccountScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("settings", AccountScenarios::settings),
        new Scenario("secrets", AccountScenarios::secrets),
        new Scenario("options", AccountScenarios::options),
        new Scenario("user", AccountScenarios::user),
        new Scenario("health", AccountScenarios::health),
        new Scenario("git-providers", AccountScenarios::providers));
  }

  private static void settings(Session session) {
    session.step("names", () -> new TreeMap<>(session.client().settings().getSettings()).keySet());
    session.step("get", () -> compared(session));
    session.run(
        "store",
        () ->
            session
                .client()
                .settings()
                .storeSettings(
                    Map.of("language", "de", "git_user_name", "octo", "max_iterations", 77)));
    session.step("get stored", () -> compared(session));
    session.run("store nothing", () -> session.client().settings().storeSettings(Map.of()));
    session.step("get after nothing", () -> compared(session));
    session.run(
        "store a wrong type",
        () -> session.client().settings().storeSettings(Map.of("max_iterations", "many")));
    session.run("reset", () -> session.client().settings().resetSettings());
  }

  private static Map<String, @Nullable Object> compared(Session session) {
    Map<String, @Nullable Object> shown =
        new LinkedHashMap<>(session.client().settings().getSettings());
    shown.keySet().retainAll(COMPARED);
    return shown;
  }

  private static void secrets(Session session) {
    V0Secrets secrets = session.client().secrets();
    Secret value = Secret.of("fake-secret-value");
    session.step("list", secrets::listSecrets);
    session.run("create", () -> secrets.createSecret(secret(SECRET, "for the twin"), value));
    session.run("create again", () -> secrets.createSecret(secret(SECRET, null), value));
    session.step("list created", secrets::listSecrets);
    session.run(
        "update", () -> secrets.updateSecret(SECRET, secret(SECRET + "_2", "under another name")));
    session.step("list updated", secrets::listSecrets);
    session.run("update unknown", () -> secrets.updateSecret("NOSUCH", secret("NOSUCH", null)));
    session.run("delete", () -> secrets.deleteSecret(SECRET + "_2"));
    session.run("delete again", () -> secrets.deleteSecret(SECRET + "_2"));
    session.step("list deleted", secrets::listSecrets);
  }

  private static CustomSecret secret(String name, @Nullable String description) {
    return CustomSecret.builder().name(name).description(description).build();
  }

  private static void options(Session session) {
    session.step("models", () -> session.client().options().models().isEmpty());
    session.step("agents", () -> session.client().options().agents());
    session.step("security analyzers", () -> session.client().options().securityAnalyzers());
    session.step("config", () -> new TreeMap<>(session.client().options().config()).keySet());
  }

  private static void user(Session session) {
    V0Users user = session.client().user();
    session.step("info", user::info);
    session.step("installations", () -> user.installations(ProviderType.GITHUB));
    session.step("installations of gitlab", () -> user.installations(ProviderType.GITLAB));
    session.step("repositories", () -> user.repositories(RepositoryQuery.builder().build()));
    session.step(
        "search repositories",
        () -> user.searchRepositories(RepositorySearch.builder().query("app").build()));
    session.step(
        "search branches",
        () ->
            user.searchBranches(
                BranchSearch.builder().repository("octo/app").query("main").build()));
    session.step("suggested tasks", user::suggestedTasks);
    session.step("branches", () -> user.branches("octo/app", null, null));
    session.step("microagents", () -> user.microagents("octo/app"));
    session.step(
        "microagent content",
        () -> user.microagentContent("octo/app", ".openhands/microagents/repo.md"));
    session.step(
        "microagent conversations", () -> user.microagentConversations("octo/app", null, null));
  }

  /** The last scenario of all: it leaves the account connected as it was. */
  private static void providers(Session session) {
    V0Settings settings = session.client().settings();
    session.step("connected", () -> connected(settings));
    session.run("add", () -> settings.addGitProviders(github(TOKEN)));
    session.step("connected again", () -> connected(settings));
    session.run("add one that is refused", () -> settings.addGitProviders(github(REFUSED_TOKEN)));
    session.step("connected after the refusal", () -> connected(settings));
    session.run("add none", () -> settings.addGitProviders(Map.of()));
    session.step("connected after none", () -> connected(settings));
    session.run("unset", settings::unsetProviderTokens);
    session.step("connected after unset", () -> connected(settings));
    session.run("unset again", settings::unsetProviderTokens);
    session.step("user without a provider", () -> session.client().user().info());
    session.run("add at the end", () -> settings.addGitProviders(github(TOKEN)));
    session.step("connected at the end", () -> connected(settings));
  }

  private static @Nullable Object connected(V0Settings settings) {
    return settings.getSettings().get("provider_tokens_set");
  }

  private static Map<ProviderType, ProviderToken> github(String token) {
    return Map.of(ProviderType.GITHUB, ProviderToken.builder().token(Secret.of(token)).build());
  }

  private static void health(Session session) {
    session.step("alive", () -> session.client().health().alive());
    session.step("health", () -> session.client().health().health());
    session.step(
        "server info",
        () -> List.copyOf(new TreeMap<>(session.client().health().serverInfo()).keySet()));
  }
}
