package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The WebSocket of an agent server. */
@Timeout(60)
class SocketTest {

  private AgentWorld world;

  @BeforeEach
  void start() throws IOException {
    world = new AgentWorld();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** One socket; a text ends with its last part. */
  private static final class Client implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        texts.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      code.complete(status);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      code.complete(0);
    }

    JsonNode next() throws InterruptedException, IOException {
      String next = texts.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("a frame").isNotNull();
      return Json.parse(next.getBytes(StandardCharsets.UTF_8));
    }
  }

  private WebSocket open(Client client, String query, String key) {
    String base = world.server.agentServer().baseUrl().toString().replace("http:", "ws:");
    WebSocket.Builder builder =
        HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(Duration.ofSeconds(20));
    if (!key.isEmpty()) {
      builder.header(AgentWorld.KEY, key);
    }
    return builder
        .buildAsync(URI.create(base + "/sockets/events/" + world.id + query), client)
        .join();
  }

  private String auth() {
    return "{\"type\":\"auth\",\"session_api_key\":\"" + world.key() + "\"}";
  }

  @Test
  void stateComesFirstThenEachEventWithoutNulls() throws Exception {
    Client client = new Client();
    open(client, "", "").sendText(auth(), true).join();

    assertThat(client.next().path("key").asText()).isEqualTo("full_state");
    String id = world.server.events(world.id).add("{\"kind\":\"PauseEvent\",\"source\":null}");
    JsonNode event = client.next();
    assertThat(event.path("id").asText()).isEqualTo(id);
    assertThat(event.has("source")).isFalse();
    assertThat(world.server.agentServer().sockets().open()).isEqualTo(1);
    assertThat(world.server.agentServer().journal().count("GET", "/sockets/events/.+"))
        .isEqualTo(1);
  }

  @Test
  void keyIsTakenFromHeaderAndQueryToo() throws Exception {
    Client byHeader = new Client();
    open(byHeader, "", world.key());
    assertThat(byHeader.next().path("key").asText()).isEqualTo("full_state");

    Client byQuery = new Client();
    open(byQuery, "?session_api_key=" + world.key(), "");
    assertThat(byQuery.next().path("key").asText()).isEqualTo("full_state");
  }

  @Test
  void wrongKeyAndUnknownConversationHaveCodes() {
    Client wrong = new Client();
    open(wrong, "", "no-key-of-anybody");
    assertThat(wrong.code).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(4001);
  }

  @Test
  void messageOfTheClientRunsTheAgentAndABadFrameIsAnError() throws Exception {
    Client client = new Client();
    WebSocket socket = open(client, "", world.key());
    assertThat(client.next().path("key").asText()).isEqualTo("full_state");

    socket.sendText("{\"nonsense\":1}", true).join();
    assertThat(client.next().path("kind").asText()).isEqualTo("ServerErrorEvent");
    socket
        .sendText("{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}]}", true)
        .join();
    assertThat(client.next().path("kind").asText()).isEqualTo("MessageEvent");
    assertThat(world.server.conversation(world.id).messages()).endsWith("hi");
  }

  @Test
  void socketsCanBeCutWithoutAWord() throws Exception {
    URI base = world.server.agentServer().baseUrl();
    String request =
        String.join(
            "\r\n",
            "GET /sockets/events/" + world.id + " HTTP/1.1",
            "Host: " + base.getAuthority(),
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: " + "A".repeat(22) + "==",
            AgentWorld.KEY + ": " + world.key(),
            "",
            "");
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      StringBuilder heard = new StringBuilder();
      while (heard.indexOf("execution_status") < 0) {
        int next = socket.getInputStream().read();
        assertThat(next).as("after %s", heard).isNotNegative();
        heard.append((char) next);
      }
      world.server.agentServer().sockets().cut();

      String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(rest).as("the rest of the state, and no word of a close").endsWith("}");
    }
  }

  @Test
  void socketsCanBeRefused() {
    world.server.agentServer().sockets().refuse(404);
    assertThatThrownBy(() -> open(new Client(), "", world.key()))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  @Test
  void longTextsArriveWhole() throws Exception {
    Client client = new Client();
    open(client, "", world.key());
    assertThat(client.next().path("key").asText()).isEqualTo("full_state");
    for (int length : new int[] {100, 200, 70_000}) {
      world
          .server
          .events(world.id)
          .add("{\"kind\":\"PauseEvent\",\"text\":\"" + "x".repeat(length) + "\"}");
      assertThat(client.next().path("text").asText()).hasSize(length);
    }
  }
}
