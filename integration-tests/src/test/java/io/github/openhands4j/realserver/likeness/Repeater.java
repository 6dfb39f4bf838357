package io.github.openhands4j.realserver.likeness;

import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RecordedExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says recorded requests again, to another server and with its ids. */
final class Repeater {

  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection", "content-length", "host", "http2-settings", "transfer-encoding", "upgrade");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The other server's answer to a recorded request. */
  RecordedExchange repeat(RecordedExchange recorded, URI server, Ids ids) {
    String body = ids.translate(recorded.requestBody());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + ids.translate(recorded.target())))
            .method(
                recorded.method(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    recorded
        .requestHeaders()
        .forEach(
            (name, value) -> {
              if (RecordedExchange.KEY_HEADERS.contains(name)) {
                request.header(name, key(name, value));
              } else if (!OF_THE_CONNECTION.contains(name)) {
                request.header(name, value);
              }
            });
    return answer(recorded, send(request.build()));
  }

  private static String key(String header, String kept) {
    String key = kept.equals(RecordedExchange.RIGHT) ? RealServer.KEY : "fake-wrong-key";
    return header.equals("authorization") ? "Bearer " + key : key;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static RecordedExchange answer(RecordedExchange asked, HttpResponse<String> answer) {
    return new RecordedExchange(
        asked.method(),
        asked.target(),
        asked.requestHeaders(),
        asked.requestBody(),
        answer.statusCode(),
        headersOf(answer),
        answer.body());
  }

  /** The headers of an answer, each once. */
  static Map<String, String> headersOf(HttpResponse<?> answer) {
    Map<String, String> headers = new TreeMap<>();
    answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return headers;
  }
}
