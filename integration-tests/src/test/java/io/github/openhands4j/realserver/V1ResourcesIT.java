package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.BadRequestException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.PermissionDeniedException;
import io.github.openhands4j.core.RawAnswer;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.CustomSecret;
import io.github.openhands4j.model.v1.CustomSecretCreate;
import io.github.openhands4j.model.v1.CustomSecretUpdate;
import io.github.openhands4j.model.v1.GitBranch;
import io.github.openhands4j.model.v1.GitRepository;
import io.github.openhands4j.model.v1.ProfileInfo;
import io.github.openhands4j.model.v1.ProviderToken;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.model.v1.SandboxSpecInfo;
import io.github.openhands4j.model.v1.SaveProfileRequest;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.model.v1.UserSettingsUpdate;
import io.github.openhands4j.v1.ConversationEvents;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.ModelQuery;
import io.github.openhands4j.v1.RepositoryQuery;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.StartTaskQuery;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every typed operation of the app server that a self-hosted server has. */
class V1ResourcesIT extends RealV1Test {

  private final StoredAccount account;
  private final Conversations conversations;

  V1ResourcesIT(@On(ServerKind.V1) RealServer server) {
    super(server);
    account = new StoredAccount(server);
    conversations = client.conversations();
  }

  @AfterEach
  void restoreAccount() {
    account.restore();
  }

  private ConversationId idle() {
    return conversations.start(StartRequest.builder().build()).awaitReady();
  }

  @Test
  void conversationsAreListedAndLookedInto() throws IOException {
    Start start = conversations.start(StartRequest.builder().message("SAY: hi").build());
    ConversationId id = start.awaitReady();
    world.awaitStatus(id, "finished");
    StartTaskId task = start.startTask().orElseThrow().id();

    assertThat(conversations.list(ConversationQuery.builder().limit(1).build()).stream())
        .extracting(AppConversation::id)
        .containsExactly(id);
    assertThat(client.startTasks().get(task).orElseThrow().appConversationId()).isEqualTo(id);
    assertThat(client.startTasks().list(StartTaskQuery.builder().conversationId(id).build()))
        .extracting(AppConversationStartTask::id)
        .containsExactly(task);
    assertThat(client.startTasks().count(StartTaskQuery.builder().conversationId(id).build()))
        .isEqualTo(1);
    assertThat(conversations.readFile(id, "/nowhere/none.txt")).isEmpty();
    assertThat(conversations.gitChanges(id, "/", null)).isEmpty();
    assertThat(conversations.hooks(id)).isEmpty();
    assertThat(conversations.skills(id)).isNotNull();
    try (StreamedAnswer zip = conversations.download(id)) {
      assertThat(zip.body().readAllBytes()).startsWith('P', 'K');
    }
    ConversationEvents events = client.conversation(id).orElseThrow().events();
    Patience.until("events are stored", () -> events.storedCount() > 0);
    assertThatThrownBy(() -> conversations.switchAcpModel(id, "other"))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void conversationIsSwitchedToTheModelOfAProfile() {
    ConversationId id = idle();
    client
        .profiles()
        .save("other", SaveProfileRequest.builder().llm(Map.of("model", "openai/other")).build());

    conversations.switchProfile(id, "other");

    assertThat(conversations.get(id).orElseThrow().llmModel()).isEqualTo("openai/other");
    assertThatThrownBy(() -> conversations.switchProfile(id, "none"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void sandboxesAreMadeAndDeleted() {
    SandboxSpecInfo spec = client.sandboxSpecs().list().iterator().next();
    assertThat(client.sandboxSpecs().get(spec.id())).isPresent();
    assertThat(client.sandboxSpecs().get("none")).isEmpty();

    SandboxInfo made = client.sandboxes().create();

    assertThat(made.sandboxSpecId()).isEqualTo(spec.id());
    assertThat(client.sandboxes().list().stream()).extracting(SandboxInfo::id).contains(made.id());
    assertThat(client.sandboxes().getAll(List.of(made.id(), "nobodys")))
        .containsOnlyKeys(made.id());
    assertThat(client.sandboxes().delete(made.id())).isTrue();
    assertThat(client.sandboxes().delete(made.id())).isFalse();
  }

  @Test
  void secretsOfASandboxAreOfSomebody() {
    ConversationId id = idle();
    SandboxInfo sandbox =
        client
            .sandboxes()
            .get(conversations.get(id).map(AppConversation::sandboxId).orElseThrow())
            .orElseThrow();

    // on a server of one user a sandbox belongs to nobody
    assertThatThrownBy(() -> client.sandboxes().secretNames(sandbox))
        .isInstanceOf(UnauthorizedException.class);
    assertThatThrownBy(() -> client.sandboxes().secret(sandbox, "TOKEN"))
        .isInstanceOf(UnauthorizedException.class);
  }

  @Test
  void settingsAndProfilesAreChanged() {
    assertThat(client.settings().get().orElseThrow().agentSettings()).containsKey("llm");
    client.settings().update(UserSettingsUpdate.builder().language("en").build());
    assertThat(client.settings().get().orElseThrow().language()).isEqualTo("en");

    client
        .profiles()
        .save("first", SaveProfileRequest.builder().llm(Map.of("model", "openai/x")).build());
    client.profiles().rename("first", "second");
    assertThat(client.profiles().get("second").orElseThrow().config())
        .containsEntry("model", "openai/x");
    assertThat(client.profiles().get("first")).isEmpty();
    assertThat(client.profiles().activate("second").model()).isEqualTo("openai/x");
    assertThat(client.profiles().list().activeProfile()).isEqualTo("second");
    assertThat(client.profiles().list().profiles())
        .extracting(ProfileInfo::name)
        .contains("second");
    assertThatThrownBy(() -> client.profiles().activate("first"))
        .isInstanceOf(NotFoundException.class);
    client.profiles().delete("second");
    client.profiles().delete("second");
    assertThat(client.profiles().list().profiles()).isEmpty();
  }

  @Test
  void secretsAreStoredDescribedAndDeleted() {
    client
        .secrets()
        .store(CustomSecretCreate.builder().name("FIRST").value(Secret.of("fake")).build());
    client
        .secrets()
        .update("FIRST", CustomSecretUpdate.builder().name("SECOND").description("d").build());

    assertThat(client.secrets().list("SEC").stream())
        .extracting(CustomSecret::name)
        .contains("SECOND");
    assertThat(client.secrets().list().stream())
        .extracting(CustomSecret::description)
        .contains("d");
    assertThat(client.secrets().delete("SECOND")).isTrue();
    assertThat(client.secrets().delete("SECOND")).isFalse();
  }

  @Test
  void gitTellsWhatTheProviderKnowsAndWantsOne() {
    client
        .secrets()
        .storeGitProviders(
            Map.of(
                ProviderType.GITHUB,
                ProviderToken.builder().token(Secret.of("fake-git-token")).build()));

    assertThat(client.git().installations(ProviderType.GITHUB)).containsExactly("41");
    assertThat(client.git().repositories(RepositoryQuery.of(ProviderType.GITHUB)))
        .extracting(GitRepository::fullName)
        .containsExactly("octo/app", "octo/other");
    assertThat(client.git().branches(ProviderType.GITHUB, "octo/app", ""))
        .extracting(GitBranch::name)
        .containsExactly("main", "topic");
    assertThat(client.git().suggestedTasks())
        .extracting(SuggestedTask::title)
        .containsExactly("Fix the typo");
    assertThat(client.users().gitInfo().login()).isEqualTo("octo");

    client.secrets().forgetGitProviders();
    for (Iterable<?> list :
        List.of(
            client.git().installations(ProviderType.GITHUB),
            client.git().repositories(RepositoryQuery.of(ProviderType.GITHUB)),
            client.git().branches(ProviderType.GITHUB, "o/r", ""),
            client.git().suggestedTasks())) {
      assertThatThrownBy(() -> list.iterator().next())
          .isInstanceOf(PermissionDeniedException.class);
    }
    assertThatThrownBy(() -> client.users().gitInfo())
        .isInstanceOf(PermissionDeniedException.class);
    assertThat(client.users().me().agentSettings()).containsKey("llm");
  }

  @Test
  void modelsAreListedPageByPage() {
    assertThat(client.config().models(ModelQuery.builder().limit(100).provider("openai").build()))
        .isNotEmpty()
        .allMatch(model -> "openai".equals(model.provider()));
    assertThat(client.config().providers().stream().limit(3)).hasSize(3);
  }

  @Test
  void serverTellsHowItIs() {
    List<RawAnswer> answers = new CopyOnWriteArrayList<>();

    assertThat(client.health().isAlive()).isTrue();
    assertThat(client.health().isHealthy()).isTrue();
    assertThat(client.health().isReady()).isTrue();
    assertThat(client.health().isCloud()).isFalse();
    assertThat(client.withOptions(o -> o.onAnswer(answers::add)).health().serverInfo().uptime())
        .isPositive();
    assertThat(answers).hasSize(1);
    assertThat(answers.get(0).text()).contains("\"uptime\"");
    assertThat(client.api().webClient().get(null)).containsKey("app_mode");
  }

  @Test
  void messageCanWaitForItsConversation() {
    ConversationId id = idle();
    Map<String, Object> message =
        Map.of("role", "user", "content", List.of(Map.of("type", "text", "text", "later")));

    assertThat(client.api().raw().pendingMessages().queue(id, message, null))
        .containsEntry("queued", true);
  }
}
