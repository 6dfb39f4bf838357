package io.github.openhands4j.realserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real OpenHands server on a free port of 127.0.0.1, with sandboxes that are plain processes and
 * a model that does what the message says. The script {@code integration-tests/real-server} runs
 * it; when this Java process ends, however it ends, the script ends the server.
 *
 * <p>Not thread-safe.
 */
public final class RealServer implements AutoCloseable {

  /** The key that the servers of this process want: whoever has it can run commands there. */
  public static final String KEY = "fake-session-key-" + UUID.randomUUID();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECONDS_TO_END = 30;

  private final ServerKind kind;
  private final Path folder;
  private final Process process;
  private final BufferedReader events;
  private final Writer orders;
  private final URI baseUrl;

  private RealServer(ServerKind kind, Path folder, Process process) {
    this.kind = kind;
    this.folder = folder;
    this.process = process;
    this.events = process.inputReader(StandardCharsets.UTF_8);
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.baseUrl = URI.create(expect("ready").path("url").asText());
  }

  /**
   * Starts a server; the first time on a machine it is installed before, which takes a minute.
   *
   * @param kind which server
   * @param root the project's folder
   * @param name a folder of its own for data and logs
   * @return a healthy server that knows the model and the repository {@code octo/app}
   * @throws IllegalStateException if it cannot be installed or does not start
   */
  public static RealServer start(ServerKind kind, Path root, String name) {
    Path module = root.resolve("integration-tests");
    List<String> command = new ArrayList<>();
    command.add(module.resolve("real-server/real-server").toString());
    command.addAll(kind.arguments());
    Path folder = module.resolve("target/real-server").resolve(name);
    command.addAll(List.of("--state", folder.toString()));
    try {
      return new RealServer(kind, folder, script(command).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script, which takes the key from its environment: every user can read command lines. */
  static ProcessBuilder script(List<String> command) {
    ProcessBuilder script = new ProcessBuilder(command);
    script.environment().put("OPENHANDS4J_KEY", KEY);
    return script.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /**
   * Which server it is.
   *
   * @return its kind
   */
  public ServerKind kind() {
    return kind;
  }

  /**
   * Where its data and its sandboxes are.
   *
   * @return a folder on this machine
   */
  public Path folder() {
    return folder;
  }

  /**
   * Where it listens.
   *
   * @return scheme, address and port; the same after a restart
   */
  public URI baseUrl() {
    return baseUrl;
  }

  /** Ends the server and all its sandboxes without a warning, as a power cut would. */
  public void kill() {
    order("kill");
    expect("killed");
  }

  /** Starts it again after {@link #kill}, with what it had stored; its sandboxes are gone. */
  public void start() {
    order("start");
    expect("ready");
  }

  /**
   * Lets the model answer: whatever waits for a gate, and whatever will.
   *
   * @param gate what a message says after {@code UNTIL:}
   */
  public void open(String gate) {
    order("open " + gate);
    expect("opened");
  }

  private void order(String line) {
    try {
      orders.write(line + "\n");
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode expect(String event) {
    try {
      String line = events.readLine();
      JsonNode told = line != null && line.startsWith("{") ? JSON.readTree(line) : JSON.nullNode();
      if (!told.path("event").asText().equals(event)) {
        close();
        throw new IllegalStateException(
            "the real server does not run; what it said is in the output above. "
                + "integration-tests/real-server/real-server check tells what is missing.");
      }
      return told;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server and everything it started. */
  @Override
  public void close() {
    try (orders) {
      // the script ends with its input
    } catch (IOException e) {
      process.destroy(); // the script is gone, and with it all it started
    }
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }
}
