package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.RealServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Says anything to a server, with the right key unless told otherwise. */
final class RawCaller {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int TOO_MANY = 429;
  private static final Duration BETWEEN_READS = Duration.ofMillis(250);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  RawCaller(URI server) {
    this.server = server;
  }

  /** Says it without a key, with the headers given as names and values. */
  HttpResponse<String> say(String method, String target, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> keyed(String method, String target, String body)
      throws IOException, InterruptedException {
    return say(
        method,
        target,
        body,
        "X-Session-API-Key",
        RealServer.KEY,
        "Content-Type",
        "application/json");
  }

  HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return say("GET", target, "", "X-Session-API-Key", RealServer.KEY);
  }

  HttpResponse<String> post(String target, String body) throws IOException, InterruptedException {
    return keyed("POST", target, body);
  }

  HttpResponse<String> patch(String target, String body) throws IOException, InterruptedException {
    return keyed("PATCH", target, body);
  }

  HttpResponse<String> delete(String target) throws IOException, InterruptedException {
    return say("DELETE", target, "", "X-Session-API-Key", RealServer.KEY);
  }

  /**
   * Reads the same often at the same time, and waits for all answers and a moment longer.
   *
   * @return whether one of them was refused for coming too often
   */
  boolean atOnce(int times, String target) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server + target)).build();
    List<CompletableFuture<HttpResponse<String>>> reads =
        IntStream.range(0, times)
            .mapToObj(i -> http.sendAsync(request, BodyHandlers.ofString()))
            .toList();
    CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new)).join();
    pause(Duration.ofMillis(1200));
    return reads.stream().anyMatch(read -> read.join().statusCode() == TOO_MANY);
  }

  private static void pause(Duration time) throws InterruptedException {
    boolean unused = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Reads until the answer is as wanted; a failure of the server may be one of the moment. */
  JsonNode until(String target, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      HttpResponse<String> read = get(target);
      if (read.statusCode() < 500) {
        JsonNode answer = Answers.parsed(read.body());
        if (wanted.test(answer)) {
          return answer;
        }
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("still not as wanted: " + target + " " + read.body());
      }
      pause(BETWEEN_READS);
    }
  }
}
