package io.github.openhands4j.realserver;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their server. Each kind is started when the first test asks for it, serves all tests
 * of the process, and ends with it.
 */
public final class RealServers implements ParameterResolver {

  private record Running(RealServer server) implements CloseableResource {
    @Override
    public void close() {
      server.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(On.class);
  }

  @Override
  public RealServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return of(parameter.findAnnotation(On.class).orElseThrow().value(), context);
  }

  /** The server of this kind that serves the run. */
  public static RealServer of(ServerKind kind, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(RealServers.class))
            .getOrComputeIfAbsent(
                kind,
                k ->
                    new Running(
                        RealServer.start(
                            k,
                            Path.of("..").toAbsolutePath().normalize(),
                            k.fileName() + System.getProperty("openhands.servers.of", ""))),
                Running.class);
    return Objects.requireNonNull(running).server();
  }
}
