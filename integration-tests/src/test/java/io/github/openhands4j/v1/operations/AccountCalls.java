package io.github.openhands4j.v1.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.v1.ApiKeyCreate;
import io.github.openhands4j.model.v1.CustomSecret;
import io.github.openhands4j.model.v1.CustomSecretCreate;
import io.github.openhands4j.model.v1.CustomSecretUpdate;
import io.github.openhands4j.model.v1.GitBranch;
import io.github.openhands4j.model.v1.GitRepository;
import io.github.openhands4j.model.v1.LlmModel;
import io.github.openhands4j.model.v1.LlmProvider;
import io.github.openhands4j.model.v1.ProviderToken;
import io.github.openhands4j.model.v1.RepositorySortOrder;
import io.github.openhands4j.model.v1.SandboxGroupingStrategy;
import io.github.openhands4j.model.v1.SaveProfileRequest;
import io.github.openhands4j.model.v1.UserSettings;
import io.github.openhands4j.model.v1.UserSettingsUpdate;
import io.github.openhands4j.v1.ModelQuery;
import io.github.openhands4j.v1.RepositoryQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings, profiles, secrets, Git, models, users, keys. */
final class AccountCalls {

  private AccountCalls() {}

  static Stream<V1Call> all() {
    return Stream.of(settings(), secrets(), git(), keys()).flatMap(List::stream);
  }

  private static List<V1Call> settings() {
    return List.of(
        V1Call.of(
            "Settings.get",
            "GET /api/v1/settings",
            "",
            s -> s.client().settings().get().map(UserSettings::sandboxGroupingStrategy),
            answer ->
                assertThat(answer).isEqualTo(Optional.of(SandboxGroupingStrategy.NO_GROUPING))),
        V1Call.run(
            "Settings.update",
            "POST /api/v1/settings",
            "{\"git_user_name\":null,\"agent_settings_diff\":{\"llm\":{\"model\":\"m\"}}}",
            s ->
                s.client()
                    .settings()
                    .update(
                        UserSettingsUpdate.builder()
                            .gitUserName(null)
                            .agentSettings(Map.of("llm", Map.of("model", "m")))
                            .build())),
        V1Call.of(
            "SchemasApi.agent",
            "GET /api/v1/settings/agent-schema",
            "",
            s -> s.client().api().raw().schemas().agent(null).containsKey("sections"),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "SchemasApi.conversation",
            "GET /api/v1/settings/conversation-schema",
            "",
            s -> s.client().api().raw().schemas().conversation(null).containsKey("sections"),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "Profiles.list",
            "GET /api/v1/settings/profiles",
            "",
            s -> s.client().profiles().list().profiles().get(0).name(),
            answer -> assertThat(answer).isEqualTo("fast")),
        V1Call.of(
            "Profiles.get",
            "GET /api/v1/settings/profiles/fast",
            "",
            s -> s.client().profiles().get("fast").map(profile -> profile.config().get("model")),
            answer -> assertThat(answer).isEqualTo(Optional.of("openai/fast"))),
        V1Call.of(
            "Profiles.save",
            "POST /api/v1/settings/profiles/new",
            "{\"llm\":{\"model\":\"m\"}}",
            s ->
                s.client()
                    .profiles()
                    .save("new", SaveProfileRequest.builder().llm(Map.of("model", "m")).build())
                    .name(),
            answer -> assertThat(answer).isEqualTo("new")),
        V1Call.run(
            "Profiles.delete",
            "DELETE /api/v1/settings/profiles/fast",
            "",
            s -> s.client().profiles().delete("fast")),
        V1Call.of(
            "Profiles.activate",
            "POST /api/v1/settings/profiles/fast/activate",
            "",
            s -> s.client().profiles().activate("fast").model(),
            answer -> assertThat(answer).isEqualTo("openai/fast")),
        V1Call.run(
            "Profiles.rename",
            "POST /api/v1/settings/profiles/fast/rename",
            "{\"new_name\":\"slow\"}",
            s -> s.client().profiles().rename("fast", "slow")));
  }

  private static List<V1Call> secrets() {
    return List.of(
        V1Call.of(
            "Secrets.list",
            "GET /api/v1/secrets/search",
            "",
            s -> s.client().secrets().list().stream().map(CustomSecret::name).toList(),
            answer -> assertThat(answer).isEqualTo(List.of("TOKEN"))),
        V1Call.of(
            "Secrets.list by name",
            "GET /api/v1/secrets/search?name__contains=NO",
            "",
            s -> s.client().secrets().list("NO").stream().toList(),
            answer -> assertThat(answer).isEqualTo(List.of())),
        V1Call.run(
            "Secrets.store",
            "POST /api/v1/secrets",
            "{\"name\":\"N\",\"value\":\"fake\"}",
            s ->
                s.client()
                    .secrets()
                    .store(
                        CustomSecretCreate.builder().name("N").value(Secret.of("fake")).build())),
        V1Call.run(
            "Secrets.update",
            "PUT /api/v1/secrets/TOKEN",
            "{\"name\":\"T\",\"description\":\"d\"}",
            s ->
                s.client()
                    .secrets()
                    .update(
                        "TOKEN", CustomSecretUpdate.builder().name("T").description("d").build())),
        V1Call.of(
            "Secrets.delete",
            "DELETE /api/v1/secrets/TOKEN",
            "",
            s -> s.client().secrets().delete("TOKEN"),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.run(
            "Secrets.storeGitProviders",
            "POST /api/v1/secrets/git-providers",
            "{\"provider_tokens\":{\"github\":{\"token\":\"fake\"}}}",
            s ->
                s.client()
                    .secrets()
                    .storeGitProviders(
                        Map.of(
                            ProviderType.GITHUB,
                            ProviderToken.builder().token(Secret.of("fake")).build()))),
        V1Call.run(
            "Secrets.forgetGitProviders",
            "DELETE /api/v1/secrets/git-providers",
            "",
            s -> s.client().secrets().forgetGitProviders()));
  }

  private static List<V1Call> git() {
    return List.of(
        V1Call.of(
            "Git.installations",
            "GET /api/v1/git/installations/search?provider=github",
            "",
            s -> s.client().git().installations(ProviderType.GITHUB).stream().toList(),
            answer -> assertThat(answer).isEqualTo(List.of("7"))),
        V1Call.of(
            "Git.repositories",
            "GET /api/v1/git/repositories/search?provider=github&query=app&sort_order=stars-desc",
            "",
            s ->
                s
                    .client()
                    .git()
                    .repositories(
                        RepositoryQuery.builder()
                            .provider(ProviderType.GITHUB)
                            .text("app")
                            .sortOrder(RepositorySortOrder.STARS_DESC)
                            .build())
                    .stream()
                    .map(GitRepository::fullName)
                    .toList(),
            answer -> assertThat(answer).isEqualTo(List.of("octo/app"))),
        V1Call.of(
            "Git.branches",
            "GET /api/v1/git/branches/search?provider=github&repository=octo/app&query=",
            "",
            s ->
                s.client().git().branches(ProviderType.GITHUB, "octo/app", "").stream()
                    .map(GitBranch::name)
                    .toList(),
            answer -> assertThat(answer).isEqualTo(List.of("main"))),
        V1Call.of(
            "Git.suggestedTasks",
            "GET /api/v1/git/suggested-tasks/search",
            "",
            s ->
                s.client().git().suggestedTasks().stream().map(SuggestedTask::issueNumber).toList(),
            answer -> assertThat(answer).isEqualTo(List.of(3L))),
        V1Call.of(
            "Config.models",
            "GET /api/v1/config/models/search?provider__eq=openai&verified__eq=true",
            "",
            s ->
                s
                    .client()
                    .config()
                    .models(ModelQuery.builder().provider("openai").verified(true).build())
                    .stream()
                    .map(LlmModel::name)
                    .toList(),
            answer -> assertThat(answer).isEqualTo(List.of("fake-model"))),
        V1Call.of(
            "Config.providers",
            "GET /api/v1/config/providers/search",
            "",
            s -> s.client().config().providers().stream().map(LlmProvider::name).toList(),
            answer -> assertThat(answer).isEqualTo(List.of("anthropic", "openai"))),
        V1Call.of(
            "Users.me",
            "GET /api/v1/users/me",
            "",
            s -> s.client().users().me().role(),
            answer -> assertThat(answer).isEqualTo("owner")),
        V1Call.of(
            "Users.gitInfo",
            "GET /api/v1/users/git-info",
            "",
            s -> s.client().users().gitInfo().login(),
            answer -> assertThat(answer).isEqualTo("octo")),
        V1Call.of(
            "Users.gitOrganizations",
            "GET /api/v1/users/git-organizations",
            "",
            s -> s.client().users().gitOrganizations().organizations(),
            answer -> assertThat(answer).isEqualTo(List.of("example"))),
        V1Call.of(
            "SkillsApi.search",
            "GET /api/v1/skills/search?limit=2",
            "",
            s -> s.client().api().raw().skills().search(Map.of("limit", 2), null).items().size(),
            answer -> assertThat(answer).isEqualTo(1)),
        V1Call.of(
            "SkillsApi.marketplaceSkills",
            "POST /api/v1/skills/marketplace-skills",
            "[{\"name\":\"m\",\"source\":\"s\"}]",
            s ->
                s.client()
                    .api()
                    .raw()
                    .skills()
                    .marketplaceSkills(List.of(Map.of("name", "m", "source", "s")), null)
                    .containsKey("errors"),
            answer -> assertThat(answer).isEqualTo(true)));
  }

  private static List<V1Call> keys() {
    return List.of(
        V1Call.of(
            "ApiKeys.list",
            "GET /api/keys",
            "",
            s -> s.client().apiKeys().list(),
            answer -> assertThat(answer).isEqualTo(List.of())),
        V1Call.of(
            "ApiKeys.create",
            "POST /api/keys",
            "{\"name\":\"n\",\"org_id\":null}",
            s ->
                s.client()
                    .apiKeys()
                    .create(ApiKeyCreate.named("n").organization(null).build())
                    .key()
                    .reveal(),
            answer -> assertThat(answer).isEqualTo("fake-key-1")),
        V1Call.of(
            "ApiKeys.delete",
            "DELETE /api/keys/1",
            "",
            s -> s.withApiKey().apiKeys().delete(1),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "ApiKeys.current",
            "GET /api/keys/current",
            "",
            s -> s.client().apiKeys().current().authType(),
            answer -> assertThat(answer).isEqualTo("bearer")),
        V1Call.of(
            "ApiKeys.llmKey",
            "GET /api/keys/llm/byor",
            "",
            s -> s.client().apiKeys().llmKey(),
            answer -> assertThat(answer).isEqualTo(Optional.empty())),
        V1Call.of(
            "ApiKeys.refreshLlmKey",
            "POST /api/keys/llm/byor/refresh",
            "",
            s -> s.client().apiKeys().refreshLlmKey().map(Secret::reveal),
            answer -> assertThat(answer).isEqualTo(Optional.of("fake-llm-key-1"))),
        V1Call.of(
            "ApiKeys.llmKeyPermitted",
            "GET /api/keys/llm/byor/permitted",
            "",
            s -> s.client().apiKeys().llmKeyPermitted(),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "ApiKeys.refreshManagedLlmKey",
            "POST /api/keys/llm/managed/refresh",
            "",
            s -> s.client().apiKeys().refreshManagedLlmKey(),
            answer -> assertThat(answer).isEqualTo(true)));
  }
}
