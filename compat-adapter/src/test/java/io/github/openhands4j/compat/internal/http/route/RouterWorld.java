package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.KeySource;
import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.http.V0Router;
import io.github.openhands4j.compat.http.V0RouterBuilder;
import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import io.github.openhands4j.core.ClientOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A router on clients in memory, one for each key. */
final class RouterWorld implements AutoCloseable {

  static final String KEY = "sk-test-not-a-key";

  private final Map<String, MemoryV0Client> clients = new LinkedHashMap<>();
  private final V0Router router;

  /** An answer whose body is read. */
  record Answer(int status, Map<String, String> headers, String body) {}

  RouterWorld(Supplier<MemoryV0Client> client, KeySource keys, int maxClients) {
    this(client, V0Router.builder().keys(keys).maxClients(maxClients));
  }

  RouterWorld(Supplier<MemoryV0Client> client) {
    this(client, V0Router.builder());
  }

  private RouterWorld(Supplier<MemoryV0Client> client, V0RouterBuilder builder) {
    router =
        builder
            .options(
                ClientOptions.builder()
                    .baseUrl("https://v1.invalid")
                    .apiKey("sk-configured-not-a-key")
                    .build())
            .backend(
                options -> {
                  MemoryV0Client made = client.get();
                  clients.put(options.apiKey().map(key -> key.reveal()).orElse(""), made);
                  return made;
                })
            .maxBodyBytes(1_000)
            .build();
  }

  Map<String, MemoryV0Client> clients() {
    return clients;
  }

  MemoryV0Client client() {
    return clients.values().iterator().next();
  }

  V0Router router() {
    return router;
  }

  Answer send(String method, String target, String body) {
    return send(method, target, Map.of("Authorization", List.of("Bearer " + KEY)), body);
  }

  Answer send(String method, String target, Map<String, List<String>> headers, String body) {
    try (V0Response answer = open(method, target, headers, body)) {
      return new Answer(
          answer.status(),
          answer.headers(),
          new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  V0Response open(
      String method, String target, Map<String, List<String>> headers, @Nullable String body) {
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    return router.answer(new V0Request(method, target, headers, new ByteArrayInputStream(bytes)));
  }

  V0Response open(String target) {
    return open("GET", target, Map.of("Authorization", List.of("Bearer " + KEY)), null);
  }

  @Override
  public void close() {
    router.close();
  }
}
