package io.github.openhands4j.realserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks a real server with the JDK's client, past everything that is tested. A refusal by the rate
 * limit is waited out.
 */
public final class ServerAccess {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY = 429;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String key;

  /** Access with the key of all servers. */
  public ServerAccess(RealServer server) {
    this(server.baseUrl(), RealServer.KEY);
  }

  ServerAccess(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /** The answer of a read, or a missing node if it was not 200. */
  public JsonNode look(String target) {
    HttpResponse<String> answer = send("GET", target, BodyPublishers.noBody());
    return answer.statusCode() == 200 ? readable(target, answer) : MissingNode.getInstance();
  }

  /** The answer of a read, which must be a 200. */
  JsonNode get(String target) {
    return readable(target, send("GET", target, BodyPublishers.noBody()));
  }

  /** The answer of a write, which must be a 200. */
  JsonNode post(String target, String json) {
    return readable(target, send("POST", target, BodyPublishers.ofString(json)));
  }

  /** Deletes what may be gone already. */
  void delete(String target) {
    requireDoneOrGone(target, send("DELETE", target, BodyPublishers.noBody()));
  }

  /** A write on what may be gone already. */
  void postIfThere(String target, String json) {
    requireDoneOrGone(target, send("POST", target, BodyPublishers.ofString(json)));
  }

  private static void requireDoneOrGone(String target, HttpResponse<String> answer) {
    if (answer.statusCode() != 200 && answer.statusCode() != 404) {
      throw new IllegalStateException(target + " -> " + answer.statusCode() + answer.body());
    }
  }

  private static JsonNode readable(String target, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(target + " -> " + answer.statusCode() + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(String method, String target, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(target))
            .method(method, body)
            .header("X-Session-API-Key", key)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(60))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      while (answer.statusCode() == TOO_MANY) {
        Patience.rest(Duration.ofSeconds(1));
        answer = client.send(request, BodyHandlers.ofString());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
