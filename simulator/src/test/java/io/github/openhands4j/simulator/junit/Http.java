package io.github.openhands4j.simulator.junit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls a simulator as any client does. */
final class Http {

  static final String STARTS = "/api/v1/app-conversations";

  private Http() {}

  /** Starts a conversation; returns the status. */
  static int start(URI base, String key) throws IOException {
    return send(
        HttpRequest.newBuilder(base.resolve(STARTS))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(BodyPublishers.ofString("{}")));
  }

  /** Reads; returns the status. */
  static int get(URI base, String pathAndQuery) throws IOException {
    return send(HttpRequest.newBuilder(base.resolve(pathAndQuery)));
  }

  private static int send(HttpRequest.Builder request) throws IOException {
    try {
      return HttpClient.newHttpClient()
          .send(request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
