package io.github.openhands4j.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.RawAnswer;
import io.github.openhands4j.core.RequestBudgetException;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ExposedUrl;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.security.Requirement;
import io.github.openhands4j.security.SecurityRow;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.WaitOptions;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an agent server is, which key it gets, and how long it can be used. */
@Timeout(60)
class AgentServerTest {

  private static RecordingServer json() {
    return RecordingServer.answering(Reply.json("{\"execution_status\":\"idle\"}"));
  }

  @Test
  @Requirement(SecurityRow.S9)
  void agentServerGetsTheSandboxKeyOnlyAndTheAppServerTheUsersOnly() {
    try (AgentWorld world = AgentWorld.with(json())) {
      world.server().api().conversations().get(AgentWorld.ID, null);
      world.client.api().users().me(null);

      StubRequest inside = world.agent.requests().get(0);
      assertThat(inside.header("X-Session-API-Key")).contains(AgentWorld.SANDBOX_KEY);
      assertThat(inside.headers().toString())
          .doesNotContainIgnoringCase("authorization")
          .doesNotContain(AgentWorld.USER_KEY);
      assertThat(world.app.requests()).hasSize(1);
      assertThat(world.app.requests().get(0).headers().toString())
          .contains(AgentWorld.USER_KEY)
          .doesNotContain(AgentWorld.SANDBOX_KEY);
    }
  }

  @Test
  void pathBeforeTheConversationsIsKept() {
    try (AgentWorld world = AgentWorld.with(json())) {
      AgentServer server =
          world.client.agentServer(
              AgentWorld.conversation(world.agent.url() + "/runtime-1/a", AgentWorld.SANDBOX_KEY));
      server.api().info().serverInfo(null);

      assertThat(server.url()).hasToString(world.agent.url() + "/runtime-1/a");
      assertThat(world.agent.lines()).containsExactly("GET /runtime-1/a/server_info");
    }
  }

  @Test
  void hostMayHaveAnUnderscore() {
    try (AgentWorld world = AgentWorld.with(json())) {
      AgentServer server =
          world.client.agentServer(
              AgentWorld.conversation("http://Agent_Server:8000", AgentWorld.SANDBOX_KEY));

      assertThat(server.url()).hasToString("http://agent_server:8000");
    }
  }

  @Test
  void sandboxTellsTheSameServer() {
    try (AgentWorld world = AgentWorld.with(json())) {
      SandboxInfo sandbox =
          SandboxInfo.builder()
              .id("box")
              .sessionApiKey(Secret.of(AgentWorld.SANDBOX_KEY))
              .exposedUrls(
                  List.of(
                      exposed("VSCODE", "http://127.0.0.1:1/?tkn=x"),
                      exposed("AGENT_SERVER", world.agent.url() + "/")))
              .build();

      assertThat(world.client.agentServer(sandbox)).isSameAs(world.server());
    }
  }

  private static ExposedUrl exposed(String name, String url) {
    return ExposedUrl.builder().name(name).url(Secret.of(url)).build();
  }

  @Test
  void newKeyMakesANewServer() {
    try (AgentWorld world = AgentWorld.with(json())) {
      AgentServer renewed =
          world.client.agentServer(
              AgentWorld.conversation(world.agent.url().toString(), "fake-renewed-key"));
      renewed.api().info().alive(null);

      assertThat(renewed).isNotSameAs(world.server());
      assertThat(world.agent.requests().get(0).header("X-Session-API-Key"))
          .contains("fake-renewed-key");
    }
  }

  @Test
  void conversationWhoseSandboxDoesNotRunHasNone() {
    try (AgentWorld world = AgentWorld.with(json())) {
      AppConversation paused = AppConversation.builder().id(AgentWorld.ID).build();
      assertThatThrownBy(() -> world.client.agentServer(paused))
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_REFUSED));
      assertThatThrownBy(() -> world.client.agentServer(SandboxInfo.builder().id("box").build()))
          .isInstanceOf(ConfigurationException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://agent.example",
        "//agent.example",
        "agent.example",
        "file:///etc/passwd",
        "http://agent.example",
        "https://canary@agent.example",
        "https://canary:canary@agent.example",
        "https://agent.example@evil.example",
        "https://agent.example?tkn=canary",
        "https://agent.example#canary",
        "https://",
        "https:///x",
        "https://agent.example\\@evil.example",
        "https://agent.example/\r\nX-Evil: 1",
        "https://agent.example/a/../b",
        "https://agent.example/%2e%2e/b",
        "https://agent.example:99999",
        "https://ag\u00e9nt.example",
        "https://canary@agent_server:8000",
        "https://agent_server:99999",
        ""
      })
  @Requirement({SecurityRow.S9, SecurityRow.S10})
  void otherAddressIsRefusedBesideAnHttpsServer(String base) {
    try (OpenHandsClient client =
        OpenHandsClient.create(
            ClientOptions.builder().baseUrl("https://app.example").noApiKey().build())) {
      assertThatThrownBy(
              () -> client.agentServer(AgentWorld.conversation(base, AgentWorld.SANDBOX_KEY)))
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.ADDRESS_REFUSED);
                assertThat(e.toString())
                    .doesNotContain("canary")
                    .doesNotContain("Evil")
                    .doesNotContain(AgentWorld.SANDBOX_KEY);
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"https://203.0.113.7, https", "http://127.0.0.1:1, http"})
  @Requirement(SecurityRow.S10)
  void machinesThatTheServerCannotMeanAreNotConnectedTo(String own, String scheme) {
    try (RecordingServer agent = json();
        OpenHandsClient client =
            OpenHandsClient.create(ClientOptions.builder().baseUrl(own).noApiKey().build())) {
      String host = scheme.equals("https") ? "127.0.0.1:" + agent.url().getPort() : "203.0.113.7";
      AgentServer server =
          client.agentServer(
              AgentWorld.conversation(scheme + "://" + host, AgentWorld.SANDBOX_KEY));

      assertThatThrownBy(() -> server.run("ls", null, Duration.ofSeconds(5)))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.ADDRESS_REFUSED);
                assertThat(e.requestMayHaveBeenSent()).isFalse();
                assertThat(e.getSuppressed()).isEmpty();
              });
      assertThat(agent.connections()).isZero();
    }
  }

  @Test
  void refusedKeyIsTheExceptionOfTheAppServer() {
    try (AgentWorld world =
        AgentWorld.with(
            RecordingServer.answering(Reply.json(401, "{\"detail\":\"Unauthorized\"}")))) {
      assertThatThrownBy(() -> world.server().download("/a"))
          .isInstanceOf(UnauthorizedException.class);
      assertThat(world.agent.requests()).hasSize(1);
    }
  }

  @Test
  void requestsToAgentServersDoNotCountInTheUsersBudget() {
    try (RecordingServer app = json();
        RecordingServer agent = json();
        OpenHandsClient client =
            OpenHandsClient.create(
                AgentWorld.options(app)
                    .apiKey("fake-key-of-a-small-budget")
                    .requestsPerMinute(2)
                    .readTimeout(Duration.ofMillis(500))
                    .build())) {
      AgentServer server =
          client.agentServer(
              AgentWorld.conversation(agent.url().toString(), AgentWorld.SANDBOX_KEY));
      for (int i = 0; i < 20; i++) {
        server.api().info().serverInfo(null);
      }
      client.api().users().me(null);
      client.api().users().me(null);

      assertThatThrownBy(() -> client.api().users().me(null))
          .isInstanceOf(RequestBudgetException.class);
      assertThat(agent.requests()).hasSize(20);
    }
  }

  @Test
  void closingTheClientEndsItsAgentServers() throws IOException {
    try (AgentWorld world = AgentWorld.with(RecordingServer.answering(Reply.begun("abc")))) {
      AgentServer server = world.server();
      StreamedAnswer answer = server.download("/a");
      assertThat(answer.body().readNBytes(3)).hasSize(3);

      world.client.close();

      assertThatThrownBy(() -> answer.body().read()).isInstanceOf(ClientClosedException.class);
      assertThatThrownBy(() -> server.api().info().alive(null))
          .isInstanceOf(ClientClosedException.class);
      assertThatThrownBy(world::server).isInstanceOf(ClientClosedException.class);
    }
  }

  @Test
  void agentServerThatIsNoLongerKeptIsEndedToo() throws IOException {
    try (AgentWorld world = AgentWorld.with(RecordingServer.answering(Reply.begun("abc")))) {
      AgentServer first = world.server();
      StreamedAnswer answer = first.download("/a");
      assertThat(answer.body().readNBytes(3)).hasSize(3);
      for (int i = 0; i < 100; i++) {
        world.client.agentServer(
            AgentWorld.conversation(world.agent.url().toString(), "fake-key-" + i));
      }
      assertThat(world.server()).isNotSameAs(first);

      world.client.close();

      assertThatThrownBy(() -> answer.body().read()).isInstanceOf(ClientClosedException.class);
    }
  }

  @Test
  void resumptionEndsAtAnAddressThatIsNotCalled() {
    String row =
        "[{\"id\":\""
            + AgentWorld.ID
            + "\",\"sandbox_id\":\"box\",\"sandbox_status\":\"RUNNING\",\"session_api_key\":\"k\","
            + "\"conversation_url\":\"ftp://box/api/conversations/1\"}]";
    try (AgentWorld world = new AgentWorld(RecordingServer.answering(Reply.json(row)), json())) {
      Conversation conversation = world.client.conversation(AgentWorld.ID).orElseThrow();

      assertThatThrownBy(() -> conversation.resume(WaitOptions.within(Duration.ofSeconds(5))))
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ADDRESS_REFUSED));
    }
  }

  /** Its bucket holds 500 tokens, and a repeat takes 14. */
  @Test
  void brokenAgentServerTakesNoRepeatsFromOthers() {
    ManualTime time = new ManualTime();
    try (RecordingServer app = RecordingServer.answering(Reply.json(502, ""));
        RecordingServer broken = RecordingServer.answering(Reply.json(502, ""));
        RecordingServer other = RecordingServer.answering(Reply.json(502, ""));
        OpenHandsClient client =
            new DefaultOpenHandsClient(AgentWorld.options(app).build(), time, () -> 1.0)) {
      AgentServer first = client.agentServer(at(broken));
      for (int call = 0; call < 20; call++) {
        assertThatThrownBy(first::tools).isInstanceOf(ServerErrorException.class);
      }
      assertThat(broken.requests()).hasSizeLessThan(60);

      AgentServer second = client.agentServer(at(other));
      assertThatThrownBy(second::tools).isInstanceOf(ServerErrorException.class);
      assertThatThrownBy(client.settings()::get).isInstanceOf(ServerErrorException.class);
      assertThat(other.requests()).hasSize(3);
      assertThat(app.requests()).hasSize(3);
    }
  }

  private static AppConversation at(RecordingServer agent) {
    return AgentWorld.conversation(agent.url().toString(), AgentWorld.SANDBOX_KEY);
  }

  @Test
  void optionsOfAViewHoldForAgentServersToo() {
    List<RawAnswer> answers = new CopyOnWriteArrayList<>();
    try (AgentWorld world =
        AgentWorld.with(RecordingServer.answering(Reply.json("{\"version\":\"1.2.3\"}")))) {
      OpenHandsClient view =
          world.client.withOptions(options -> options.organization("org-1").onAnswer(answers::add));

      assertThat(view.agentServer(at(world.agent)).version()).contains("1.2.3");
      assertThat(answers).extracting(RawAnswer::status).containsExactly(200);
      assertThat(world.agent.requests().get(0).header("X-Org-Id")).isEmpty();
      assertThat(world.agent.requests().get(0).header("X-Session-API-Key"))
          .contains(AgentWorld.SANDBOX_KEY);

      OpenHandsClient late = view.withOptions(options -> options.deadline(Instant.EPOCH));
      assertThatThrownBy(() -> late.agentServer(at(world.agent)).version())
          .isInstanceOf(DeadlineExceededException.class);
      assertThat(world.server().version()).contains("1.2.3");
      assertThat(answers).hasSize(1);
      assertThat(world.agent.requests()).hasSize(2);
    }
  }

  @Test
  void refThatTheServerDoesNotKnowIsNotDropped() {
    try (AgentWorld world =
        AgentWorld.with(RecordingServer.answering(Reply.json(404, "{\"detail\":\"Not Found\"}")))) {
      AgentServer server = world.server();
      assertThatThrownBy(() -> server.gitChanges("/workspace", "HEAD"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("older than March 2026");
      assertThatThrownBy(() -> server.gitDiff("/workspace/a.txt", "HEAD"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("ref");
      assertThat(world.agent.requests()).hasSize(2);

      assertThatThrownBy(() -> server.gitChanges("/workspace", null))
          .isInstanceOf(NotFoundException.class);
      assertThat(world.agent.requests()).hasSize(4);
    }
  }

  @Test
  void nothingShowsTheKey() {
    try (AgentWorld world = AgentWorld.with(json())) {
      AgentServer server = world.server();
      assertThat(Map.of("a", server, "b", server.url()).toString())
          .contains(world.agent.url().toString())
          .doesNotContain(AgentWorld.SANDBOX_KEY);
    }
  }
}
