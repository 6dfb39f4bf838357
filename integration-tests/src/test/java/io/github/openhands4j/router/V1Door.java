package io.github.openhands4j.router;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.http.V0Router;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.simulator.Journal;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.OpenHandsSimulatorBuilder;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.testing.LiftedLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A router on a server that speaks V1 only. */
final class V1Door implements AutoCloseable {

  static final String KEY = "sk-test-not-a-key";

  private static final Pattern ID = Pattern.compile("\"conversation_id\":\"([0-9a-f]{32})\"");
  static final int ALL_PHASES = 12;

  private final OpenHandsSimulator server;
  private final V0Router router;

  V1Door() {
    this(256);
  }

  /** One that keeps so many clients. */
  V1Door(int clients) {
    this(clients, CompatOptions.fromEnv());
  }

  V1Door(int clients, CompatOptions compat) {
    this(clients, compat, OpenHandsSimulator.builder().apiKey(KEY));
  }

  /** One that keeps so many clients, to a server that takes any key. */
  static V1Door toAnOpenServer(int clients) {
    return new V1Door(clients, CompatOptions.fromEnv(), OpenHandsSimulator.builder());
  }

  private V1Door(int clients, CompatOptions compat, OpenHandsSimulatorBuilder simulator) {
    server = simulator.pace(Pace.manual()).start();
    router = V0Router.builder().options(options()).compat(compat).maxClients(clients).build();
    server.everyStart(Outcome.runningForever());
  }

  V0Router router() {
    return router;
  }

  OpenHandsSimulator server() {
    return server;
  }

  ClientOptions options() {
    return LiftedLimits.in(ClientOptions.builder()).baseUrl(server.baseUrl()).apiKey(KEY).build();
  }

  /** Status and body. */
  String send(String method, String path, String body) {
    return sendAs(KEY, method, path, body);
  }

  String sendAs(String key, String method, String path, String body) {
    return ask(
        method,
        "/api/conversations" + path,
        Map.of("Authorization", List.of("Bearer " + key)),
        body);
  }

  /** Status and body of any route. */
  String ask(String method, String target, String body) {
    return ask(method, target, Map.of("Authorization", List.of("Bearer " + KEY)), body);
  }

  String ask(String method, String target, Map<String, List<String>> headers, String body) {
    try (V0Response answer = open(method, target, headers, body)) {
      return answer.status()
          + " "
          + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer that is not read yet. */
  V0Response open(String method, String target, Map<String, List<String>> headers, String body) {
    return router.answer(
        new V0Request(
            method,
            target,
            headers,
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
  }

  /** What the app server and then the agent server were asked for since the last call. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (Journal journal : List.of(server.journal(), server.agentServer().journal())) {
      journal.requests().forEach(each -> requests.add(each.method() + " " + each.path()));
      journal.clear();
    }
    return requests;
  }

  /** The id in an answer. */
  static String idIn(String answer) {
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new AssertionError("no id in " + answer);
    }
    return id.group(1);
  }

  /** Starts a conversation and lets it become READY. */
  String running() {
    String id = idIn(send("POST", "", "{\"initial_user_msg\":\"Go\"}"));
    server.advance(ALL_PHASES);
    return id;
  }

  long startsSeen() {
    return server.journal().count("POST", "/api/v1/app-conversations");
  }

  @Override
  public void close() {
    router.close();
    server.close();
  }
}
