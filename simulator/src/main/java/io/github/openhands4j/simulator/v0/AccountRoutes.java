package io.github.openhands4j.simulator.v0;

import java.util.List;

/** The routes that belong to no conversation. */
final class AccountRoutes {

  private static final String REPOSITORY = "/api/user/repository/(.+)";

  private AccountRoutes() {}

  static List<Route> of(Store store, V0Access access) {
    SettingsRoutes settings = new SettingsRoutes(store);
    SecretRoutes secrets = new SecretRoutes(store.secrets());
    OptionRoutes options = new OptionRoutes(access);
    UserRoutes user = new UserRoutes(store);
    ListRoute list = new ListRoute(store);
    return List.of(
        Route.of("GET", "/api/settings", (none, r) -> settings.get()),
        Route.withBody("POST", "/api/settings", (none, r) -> settings.store(r)),
        Route.of("POST", "/api/reset-settings", (none, r) -> SettingsRoutes.reset()),
        Route.withBody("POST", "/api/add-git-providers", (none, r) -> settings.addProviders(r)),
        Route.of("POST", "/api/unset-provider-tokens", (none, r) -> settings.unsetProviders()),
        Route.of("GET", "/api/secrets", (none, r) -> secrets.list()),
        Route.withBody("POST", "/api/secrets", (none, r) -> secrets.create(r)),
        Route.withBody("PUT", "/api/secrets/([^/]+)", secrets::update),
        Route.of("DELETE", "/api/secrets/([^/]+)", (name, r) -> secrets.delete(name)),
        anyKey("/api/options/models", options.models()),
        anyKey("/api/options/agents", options.agents()),
        anyKey("/api/options/security-analyzers", options.securityAnalyzers()),
        anyKey("/api/options/config", options.config()),
        Route.of("GET", "/api/user/installations", (none, r) -> user.installations(r)),
        Route.of("GET", "/api/user/repositories", (none, r) -> user.repositories(r)),
        Route.of("GET", "/api/user/info", (none, r) -> user.info()),
        Route.of("GET", "/api/user/search/repositories", (none, r) -> user.search(r)),
        Route.of("GET", "/api/user/search/branches", (none, r) -> user.searchBranches(r)),
        Route.of("GET", "/api/user/suggested-tasks", (none, r) -> user.tasks()),
        Route.of("GET", "/api/user/repository/branches", (none, r) -> user.branches(r)),
        Route.of("GET", REPOSITORY + "/microagents", (name, r) -> user.microagents(name)),
        Route.of("GET", REPOSITORY + "/microagents/content", user::microagent),
        Route.of(
            "GET", "/api/microagent-management/conversations", (none, r) -> list.ofMicroagents(r)),
        open("/alive", HealthAnswers.alive()),
        open("/health", HealthAnswers.health()),
        open("/server_info", HealthAnswers.serverInfo()));
  }

  private static Route anyKey(String path, V0Reply answer) {
    return Route.of("GET", path, (none, r) -> answer).behind(Route.Door.ANY_KEY);
  }

  private static Route open(String path, V0Reply answer) {
    return Route.of("GET", path, (none, r) -> answer).behind(Route.Door.OPEN);
  }
}
