package io.github.openhands4j.adapter;

import static io.github.openhands4j.adapter.AdaptedServer.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.Branch;
import io.github.openhands4j.model.v0.BranchPage;
import io.github.openhands4j.model.v0.BranchSearch;
import io.github.openhands4j.model.v0.CustomSecret;
import io.github.openhands4j.model.v0.ProviderToken;
import io.github.openhands4j.model.v0.Repository;
import io.github.openhands4j.model.v0.RepositoryQuery;
import io.github.openhands4j.model.v0.RepositorySearch;
import io.github.openhands4j.simulator.SimulatedAccount;
import io.github.openhands4j.v0.V0Exception;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings, secrets, options, users and health. */
class AccountOnV1Test {

  private final AdaptedServer world = new AdaptedServer();

  @AfterEach
  void close() {
    world.close();
  }

  private SimulatedAccount account() {
    return world.server().account();
  }

  private static CustomSecret secret(String name) {
    return CustomSecret.builder().name(name).description("for " + name).build();
  }

  @Test
  void settingsThatAreStoredAreReadAgainAndTheKeyIsNeverShown() {
    world
        .client()
        .settings()
        .storeSettings(
            Map.of(
                "llm_model", "test/model",
                "llm_api_key", "sk-test-fake",
                "language", "de",
                "max_iterations", 77,
                "confirmation_mode", true));

    assertThat(world.client().settings().getSettings())
        .containsEntry("llm_model", "test/model")
        .containsEntry("language", "de")
        .containsEntry("confirmation_mode", true)
        .containsEntry("llm_api_key", null)
        .containsEntry("llm_api_key_set", true)
        .hasEntrySatisfying("max_iterations", value -> assertThat(value).hasToString("77"));

    world.client().settings().storeSettings(Map.of("git_user_name", "me"));
    assertThat(world.client().settings().getSettings())
        .containsEntry("llm_model", "test/model")
        .containsEntry("language", null)
        .containsEntry("git_user_name", "me");
  }

  @Test
  void settingsThatAreStoredAsTheyWereReadLeaveTheKeysOfServersAlone() {
    Map<String, Object> server = Map.of("url", "https://mcp.invalid", "api_key", "fake-mcp-key");
    world
        .client()
        .settings()
        .storeSettings(Map.of("mcp_config", Map.of("shttp_servers", List.of(server))));
    Map<String, @Nullable Object> read = new HashMap<>(world.client().settings().getSettings());
    assertThat(read.get("mcp_config")).asString().contains("mcp.invalid").doesNotContain("fake");
    read.put("language", "de");

    world.client().settings().storeSettings(read);

    assertThat(world.client().settings().getSettings())
        .containsEntry("language", "de")
        .containsEntry("mcp_config", read.get("mcp_config"));
    read.put(
        "mcp_config", Map.of("shttp_servers", List.of("https://mcp.invalid", "https://b.invalid")));
    V0Exception refused = failureOf(() -> world.client().settings().storeSettings(read));
    assertThat(refused.status()).isEqualTo(501);
    assertThat(world.server().journal().count("POST", "/api/v1/settings")).isEqualTo(2);
  }

  @Test
  void missingSettingsAreV0sNotFound() {
    account().forgetSettings();

    V0Exception failure = failureOf(() -> world.client().settings().getSettings());

    assertThat(failure.status()).isEqualTo(404);
    assertThat(failure.body()).isEqualTo("{\"error\":\"Settings not found\"}");
  }

  @Test
  void resetIsGoneAsItWas() {
    V0Exception failure = failureOf(() -> world.client().settings().resetSettings());

    assertThat(failure.status()).isEqualTo(410);
    assertThat(failure.body())
        .isEqualTo("{\"error\":\"Reset settings functionality has been removed.\"}");
  }

  @Test
  void providersAreStoredRefusedAndTakenAway() {
    account().refuseToken("ghp-test-bad");
    ProviderToken good = ProviderToken.builder().token(Secret.of("ghp-test-good")).build();
    ProviderToken bad = ProviderToken.builder().token(Secret.of("ghp-test-bad")).build();

    world.client().settings().addGitProviders(Map.of(ProviderType.GITHUB, good));
    V0Exception refused =
        failureOf(
            () -> world.client().settings().addGitProviders(Map.of(ProviderType.GITHUB, bad)));

    assertThat(account().token("github")).contains("ghp-test-good");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body())
        .isEqualTo("{\"error\":\"Invalid token. Please make sure it is a valid github token.\"}");
    world.client().settings().unsetProviderTokens();
    assertThat(account().token("github")).isEmpty();
  }

  @Test
  void secretIsNotOverwritten() {
    world.client().secrets().createSecret(secret("A"), Secret.of("value-1"));

    V0Exception taken =
        failureOf(() -> world.client().secrets().createSecret(secret("A"), Secret.of("value-2")));

    assertThat(taken.status()).isEqualTo(400);
    assertThat(taken.body()).isEqualTo("{\"message\":\"Secret A already exists\"}");
    assertThat(account().secret("A")).contains("value-1");
  }

  @Test
  void nameThatOnlyContainsTheNewOneIsNotTaken() {
    world.client().secrets().createSecret(secret("ABC"), Secret.of("1"));
    world.client().secrets().createSecret(secret("B"), Secret.of("2"));

    assertThat(world.client().secrets().listSecrets())
        .extracting(CustomSecret::name)
        .containsExactly("ABC", "B");
  }

  @Test
  void secretsAreRenamedAndDeletedAndUnknownOnesAre404() {
    world.client().secrets().createSecret(secret("OLD"), Secret.of("v"));

    world.client().secrets().updateSecret("OLD", secret("NEW"));
    assertThat(account().secret("NEW")).contains("v");
    V0Exception renamed =
        failureOf(() -> world.client().secrets().updateSecret("OLD", secret("X")));
    world.client().secrets().deleteSecret("NEW");
    V0Exception deleted = failureOf(() -> world.client().secrets().deleteSecret("NEW"));

    assertThat(renamed.status()).isEqualTo(404);
    assertThat(renamed.body()).isEqualTo("{\"error\":\"Secret with ID OLD not found\"}");
    assertThat(deleted.body()).isEqualTo("{\"error\":\"Secret with ID NEW not found\"}");
    assertThat(world.client().secrets().listSecrets()).isEmpty();
  }

  @Test
  void longListsAreWalkedToTheirEnd() {
    for (int i = 0; i < 250; i++) {
      account().putSecret("S" + i, "v", null);
    }
    world.server().journal().clear();

    assertThat(world.client().secrets().listSecrets()).hasSize(250);
    assertThat(world.server().journal().count("GET", "/api/v1/secrets/search")).isEqualTo(3);
  }

  @Test
  void optionsNameModelsAsV0Did() {
    account().addModel("zeta", "one", true);

    assertThat(world.client().options().models()).contains("zeta/one").isSorted();
    assertThat(world.client().options().agents()).containsExactly("CodeActAgent");
    assertThat(world.client().options().securityAnalyzers()).containsExactly("llm");
    assertThat(world.client().options().config())
        .containsKeys("APP_MODE", "GITHUB_CLIENT_ID", "POSTHOG_CLIENT_KEY", "FEATURE_FLAGS");
  }

  @Test
  void pagesOfRepositoriesAreLinkedByTheirFirstRow() {
    account().connect("github", "ghp-test-good");
    for (int i = 0; i < 5; i++) {
      account().addRepository("github", "octo/r" + i, i);
    }
    RepositoryQuery first =
        RepositoryQuery.builder().selectedProvider(ProviderType.GITHUB).page(1).perPage(3).build();
    RepositoryQuery second =
        RepositoryQuery.builder().selectedProvider(ProviderType.GITHUB).page(2).perPage(3).build();

    var one = world.client().user().repositories(first);
    var two = world.client().user().repositories(second);

    assertThat(one).hasSize(3);
    assertThat(one.get(0).linkHeader()).contains("page=2").contains("rel=\"next\"");
    assertThat(two).hasSize(2).extracting(Repository::linkHeader).containsOnlyNulls();
    assertThat(world.client().user().repositories(RepositoryQuery.builder().build())).hasSize(5);
  }

  @Test
  void searchesAskTheConnectedProviders() {
    account().connect("github", "ghp-test-good");
    account().addRepository("github", "octo/app", 3);
    account().addRepository("github", "octo/other", 9);
    account().addBranch("github", "octo/app", "main", "abc");
    account().addBranch("github", "octo/app", "dev", "def");

    assertThat(
            world
                .client()
                .user()
                .searchRepositories(RepositorySearch.builder().query("app").build()))
        .extracting(Repository::fullName)
        .containsExactly("octo/app");
    assertThat(
            world
                .client()
                .user()
                .searchBranches(BranchSearch.builder().repository("octo/app").query("de").build()))
        .extracting(Branch::name)
        .containsExactly("dev");
    BranchPage page = world.client().user().branches("octo/app", 1, 1);
    assertThat(page.branches()).hasSize(1);
    assertThat(page.hasNextPage()).isTrue();
    assertThat(world.client().user().branches("octo/app", 2, 1).hasNextPage()).isFalse();
  }

  @Test
  void userTasksAndInstallationsAreTold() {
    account().connect("github", "ghp-test-good");
    account().setGitUser("7", "octocat");
    account().addInstallation("github", "42");
    account().addSuggestedTask("github", "OPEN_ISSUE", "octo/app", 3, "Fix");

    assertThat(world.client().user().info().login()).isEqualTo("octocat");
    assertThat(world.client().user().installations(ProviderType.GITHUB)).containsExactly("42");
    assertThat(world.client().user().suggestedTasks()).hasSize(1);
  }

  @Test
  void withoutAProviderEachCallIsA401WithABareText() {
    V0Exception info = failureOf(() -> world.client().user().info());
    V0Exception tasks = failureOf(() -> world.client().user().suggestedTasks());
    V0Exception repositories =
        failureOf(() -> world.client().user().repositories(RepositoryQuery.builder().build()));

    assertThat(info.status()).isEqualTo(401);
    assertThat(info.body()).isEqualTo("\"Git provider token required. (such as GitHub).\"");
    assertThat(tasks.body()).isEqualTo("\"No providers set.\"");
    assertThat(repositories.body()).isEqualTo("\"Git provider token required. (such as GitHub).\"");
  }

  @Test
  void healthIsTheServersOwn() {
    assertThat(world.client().health().alive()).containsEntry("status", "ok");
    assertThat(world.client().health().health()).isEqualTo("OK");
    assertThat(world.client().health().serverInfo()).containsKeys("uptime", "idle_time");
  }

  @Test
  void aPageOfRepositoriesIsReadNoFurtherThanItGoes() {
    account().connect("github", "ghp-test-good");
    for (int i = 0; i < 350; i++) {
      account().addRepository("github", "octo/r" + i, i);
    }
    world.server().journal().clear();

    var page =
        world.client().user().repositories(RepositoryQuery.builder().page(1).perPage(30).build());

    assertThat(page).hasSize(30);
    assertThat(world.server().journal().count("GET", "/api/v1/git/repositories/search"))
        .isEqualTo(1);
  }
}
