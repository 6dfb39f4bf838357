package io.github.openhands4j.demo;

import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the old application on V1 with wrong set-ups and shows the one line each is answered with.
 */
final class BadInput {

  private static final String KEY = "sk-fake-demo-key";

  private final Screen screen;
  private final Programs programs;

  BadInput(Screen screen, Programs programs) {
    this.screen = screen;
    this.programs = programs;
  }

  void run() {
    Map<String, String> nowhere = Map.of("OPENHANDS_BASE_URL", "http://127.0.0.1:" + closedPort());
    show("no server", programs.swappedClassPath(), nowhere);
    show(
        "key over plain http",
        programs.swappedClassPath(),
        Map.of("OPENHANDS_BASE_URL", "http://openhands.example", "OPENHANDS_API_KEY", KEY));
    show(
        "unreadable base URL",
        programs.swappedClassPath(),
        Map.of("OPENHANDS_BASE_URL", "openhands example"));
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().apiKey(KEY).webApp(true).start()) {
      String url = server.baseUrl().toString();
      show(
          "wrong key",
          programs.swappedClassPath(),
          Map.of("OPENHANDS_BASE_URL", url, "OPENHANDS_API_KEY", "sk-fake-wrong-key"));
      server.disturbNextStart(Disturbance.notTaken().htmlPage());
      server.disturbNext("GET", ".*", Disturbance.notTaken().htmlPage());
      show(
          "HTML answer",
          programs.swappedClassPath(),
          Map.of("OPENHANDS_BASE_URL", url, "OPENHANDS_API_KEY", KEY));
    }
    try (ClassPaths made = ClassPaths.create(programs)) {
      show("two adapters on the class path", made.withSecondBackend(), nowhere);
      show("services file missing", made.withoutServicesFile(), nowhere);
    }
  }

  private void show(String what, List<Path> classPath, Map<String, String> environment) {
    List<String> output = new ArrayList<>();
    int code =
        new Program(Programs.OLD_MAIN, classPath, environment)
            .run(List.of("Say hello."), output::add);
    output.removeIf(
        line -> line.startsWith("> ") || line.startsWith("DEBUG") || line.startsWith("INFO"));
    screen.line(what + " (exit code " + code + ")");
    output.forEach(line -> screen.line("   " + line));
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
