package io.github.openhands4j.realserver.likeness;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.realserver.Patience;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.StartRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An agent server with one conversation, and whoever talks to it.
 *
 * @param origin where the agent server is
 * @param key the sandbox's
 * @param conversation the conversation's id, dashed
 */
record AgentSide(URI origin, String key, String conversation) {

  private static final String KEY_HEADER = "x-session-api-key";
  private static final Duration LONG = Duration.ofMinutes(5);

  /** A client that no limit of its own holds up. */
  static OpenHandsClient client(URI server) {
    return OpenHandsClient.create(
        LiftedLimits.in(ClientOptions.builder()).baseUrl(server).apiKey(RealServer.KEY).build());
  }

  /** With a conversation that idles. */
  static AgentSide idle(OpenHandsClient client) {
    return of(client, client.conversations().start(StartRequest.builder().build()).awaitReady());
  }

  /** With a conversation whose first run has ended. */
  static AgentSide finished(OpenHandsClient client, String message) {
    StartRequest start = StartRequest.builder().message(message).build();
    return of(client, client.conversations().start(start).awaitFinished(LONG).id());
  }

  /** Waits until the sandbox can be called. */
  private static AgentSide of(OpenHandsClient client, ConversationId id) {
    AppConversation row =
        Patience.untilFound(
            "the agent server of " + id + " has an address",
            () ->
                client
                    .conversations()
                    .get(id)
                    .filter(it -> it.conversationUrl() != null && it.sessionApiKey() != null));
    return new AgentSide(
        URI.create(Objects.requireNonNull(row.conversationUrl())).resolve("/"),
        Objects.requireNonNull(row.sessionApiKey()).reveal(),
        id.dashed());
  }

  /**
   * Says something; {@code {id}} stands for the conversation.
   *
   * @return what was said and answered, without the key
   */
  RecordedExchange say(String method, String target, String body, Optional<String> shownKey)
      throws IOException, InterruptedException {
    String said = here(target);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin.resolve(said))
            .method(
                method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(here(body)))
            .header("content-type", "application/json");
    shownKey.ifPresent(shown -> request.header(KEY_HEADER, shown));
    HttpResponse<String> answer = send(request.build());
    return new RecordedExchange(
        method,
        said,
        Map.of(),
        here(body),
        answer.statusCode(),
        Repeater.headersOf(answer),
        answer.body());
  }

  /** On a connection of its own: the server closes idle ones, and nothing here is said twice. */
  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request, BodyHandlers.ofString());
  }

  private String here(String text) {
    return text.replace("{id}", conversation);
  }
}
