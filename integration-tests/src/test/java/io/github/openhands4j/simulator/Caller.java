package io.github.openhands4j.simulator;

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
import java.util.Optional;

/** Calls a server with the JDK's client: HTTP/1.1, no redirects, nothing repeated. */
final class Caller {

  static final String STARTS = "/api/v1/app-conversations";
  static final String TASKS = STARTS + "/start-tasks";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  Caller(OpenHandsSimulator server) {
    this(server.baseUrl());
  }

  Caller(URI base) {
    this.base = base;
  }

  record Answer(int status, HttpResponse<String> response) {

    String text() {
      return response.body();
    }

    JsonNode json() {
      try {
        return JSON.readTree(text());
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }
  }

  Answer send(String method, String path, String body, String... headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty() && !String.join(" ", headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The same with bytes both ways. */
  HttpResponse<byte[]> bytes(String method, String path, byte[] body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.ofByteArray(body))
            .headers(headers);
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  Answer get(String path, String... headers) throws IOException {
    return send("GET", path, "", headers);
  }

  Answer post(String path, String body, String... headers) throws IOException {
    return send("POST", path, body, headers);
  }

  /** Starts a conversation with a message and an id of its own; returns the task. */
  JsonNode start(String conversationId) throws IOException {
    return post(STARTS, request(conversationId)).json();
  }

  static String request(String conversationId) {
    return "{\"conversation_id\":\""
        + conversationId
        + "\",\"initial_message\":{\"content\":[{\"type\":\"text\",\"text\":\"hello\"}]}}";
  }

  JsonNode task(String id) throws IOException {
    return get(TASKS + "?ids=" + id).json().get(0);
  }

  JsonNode conversation(String id) throws IOException {
    return get(STARTS + "?ids=" + id).json().get(0);
  }

  JsonNode sandbox(String id) throws IOException {
    return get("/api/v1/sandboxes?id=" + id).json().get(0);
  }

  /** Starts and reads the task until it is READY. */
  void ready(String conversationId) throws IOException {
    String id = start(conversationId).get("id").asText();
    for (int i = 0; i < 20; i++) {
      if (task(id).get("status").asText().equals("READY")) {
        return;
      }
    }
    throw new IllegalStateException("not READY after 20 reads: " + task(id));
  }

  Answer message(String conversationId, String text) throws IOException {
    return post(
        STARTS + "/" + conversationId + "/send-message",
        "{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}");
  }
}
