package io.github.openhands4j.realserver;

import io.github.openhands4j.realserver.likeness.Likeness;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their server. Each kind is started when the first test asks for it, serves all tests
 * of the process, and ends with it. After each class, the account and the workspace that all tests
 * of a server share are what they were, and what the class had to show of known differences showed.
 */
public final class RealServers implements ParameterResolver, AfterAllCallback {

  /**
   * Those of this process. No store of JUnit keeps them: Surefire gives a process one class after
   * the other, each as a run of its own, and even the root store lives only as long as such a run.
   */
  private static final Map<ServerKind, Running> RUNNING = new EnumMap<>(ServerKind.class);

  static {
    // If this is cut short, the servers end all the same: their input ends with the process.
    Runtime.getRuntime().addShutdownHook(new Thread(RealServers::end, "end of real servers"));
  }

  private record Running(RealServer server, StoredAccount account) {

    static Running start(ServerKind kind) {
      RealServer server =
          RealServer.start(
              kind,
              Path.of("..").toAbsolutePath().normalize(),
              kind.fileName() + System.getProperty("openhands.servers.of", ""));
      return new Running(server, new StoredAccount(server));
    }

    void tidy() {
      account.restore();
      if (server.kind() == ServerKind.V0) {
        Workspace.ofAll(server).empty();
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(On.class);
  }

  @Override
  public RealServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return of(parameter.findAnnotation(On.class).orElseThrow().value());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    synchronized (RUNNING) {
      RUNNING.values().forEach(Running::tidy);
    }
    Class<?> tests = context.getRequiredTestClass();
    if (tests.getEnclosingClass() == null) { // of a nested class, the outer one ends later
      Likeness.assertAllKnownOnesShowed(tests);
    }
  }

  private static RealServer of(ServerKind kind) {
    synchronized (RUNNING) {
      return RUNNING.computeIfAbsent(kind, Running::start).server();
    }
  }

  private static void end() {
    synchronized (RUNNING) {
      RUNNING.values().forEach(running -> running.server().close());
    }
  }
}
