package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a test, nothing of its server stays behind. */
@Timeout(600)
class EndOfServerIT {

  private static final int SECONDS = 60;

  /** How the script that runs a server can lose its test. */
  enum Loss {
    TEST_PROCESS_IS_GONE {
      @Override
      void happensTo(Process script) throws Exception {
        script.outputWriter().close();
      }
    },
    SCRIPT_IS_TERMINATED {
      @Override
      void happensTo(Process script) {
        script.destroy();
      }
    },
    SCRIPT_IS_KILLED {
      @Override
      void happensTo(Process script) {
        script.destroyForcibly();
      }
    },
    CHILD_OF_THE_SCRIPT_IS_KILLED {
      @Override
      void happensTo(Process script) {
        List<ProcessHandle> children = script.children().toList();
        assertThat(children).hasSize(1);
        children.get(0).destroyForcibly();
      }
    };

    abstract void happensTo(Process script) throws Exception;
  }

  @TempDir private Path folder;

  static Stream<Arguments> losses() {
    return Stream.of(ServerKind.V1, ServerKind.V0)
        .flatMap(kind -> Stream.of(Loss.values()).map(loss -> Arguments.of(kind, loss)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void nothingOfTheServerStaysBehind(ServerKind kind, Loss loss) throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("t"));
    Process script = script(kind, temporary).start();
    try (BufferedReader events = script.inputReader(StandardCharsets.UTF_8)) {
      URI server = URI.create(new ObjectMapper().readTree(events.readLine()).path("url").asText());
      startAgent(kind, server);
      List<ProcessHandle> processes = onceAgentIsInItsTerminal(script);
      assertThat(temporary).isNotEmptyDirectory();

      loss.happensTo(script);

      assertThat(script.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      for (ProcessHandle process : processes) {
        process.onExit().get(SECONDS, TimeUnit.SECONDS);
      }
      assertThat(temporary).isEmptyDirectory();
      assertCanBeBound(server.getPort());
      assertCanBeBound(server.getPort() + 1);
    } finally {
      script.destroyForcibly();
    }
  }

  private ProcessBuilder script(ServerKind kind, Path temporary) {
    ProcessBuilder script =
        RealServer.script(
            List.of(
                "real-server/real-server",
                "run",
                kind.name().toLowerCase(Locale.ROOT),
                "--state",
                folder.resolve("s").toString()));
    script.environment().put("TMPDIR", temporary.toString());
    return script;
  }

  /** The server's own port, or the first of those of its sandboxes. */
  private static void assertCanBeBound(int port) throws IOException {
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }

  private static List<ProcessHandle> onceAgentIsInItsTerminal(Process script)
      throws InterruptedException {
    while (script.descendants().noneMatch(process -> runs(process, "sleep"))) {
      assertThat(script.waitFor(200, TimeUnit.MILLISECONDS)).as("the server ended").isFalse();
    }
    return script.descendants().toList();
  }

  private static boolean runs(ProcessHandle process, String command) {
    return process.info().command().map(c -> c.endsWith("/" + command)).orElse(false);
  }

  /** An agent that is busy in its terminal. */
  private static void startAgent(ServerKind kind, URI server) throws Exception {
    String start =
        kind == ServerKind.V0
            ? "/api/conversations {\"initial_user_msg\":\"LOOP\"}"
            : "/api/v1/app-conversations {\"initial_message\":{\"content\":"
                + "[{\"type\":\"text\",\"text\":\"LOOP\"}]}}";
    String[] request = start.split(" ", 2);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.resolve(request[0]))
                    .header("X-Session-API-Key", RealServer.KEY)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(request[1]))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
