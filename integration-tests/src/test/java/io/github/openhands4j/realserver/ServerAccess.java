package io.github.openhands4j.realserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * Asks a real server with the JDK's client, past everything that is tested. A refusal by the rate
 * limit is waited out, and so is a record that was met while the server was writing it.
 */
final class ServerAccess {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> FOR_NOW = Set.of(429, 500);
  private static final int MOST_TRIES = 10;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  ServerAccess(RealServer server) {
    this.server = server.baseUrl();
  }

  /** The answer of a read, which must be a 200. */
  JsonNode get(String target) {
    HttpResponse<String> answer = send("GET", target);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(target + " -> " + answer.statusCode() + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what may be gone already. */
  void delete(String target) {
    int status = send("DELETE", target).statusCode();
    if (status != 200 && status != 404) {
      throw new IllegalStateException(target + " is not deleted: " + status);
    }
  }

  private HttpResponse<String> send(String method, String target) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(target))
            .method(method, BodyPublishers.noBody())
            .header("X-Session-API-Key", RealServer.KEY)
            .timeout(Duration.ofSeconds(60))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      for (int tries = 1; FOR_NOW.contains(answer.statusCode()) && tries < MOST_TRIES; tries++) {
        Patience.rest(Duration.ofMillis(500));
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
