package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.StartRequest;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to a test, no process of its server stays behind. */
@Timeout(180)
class EndOfServerIT {

  private static final int SECONDS = 20;

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
    };

    abstract void happensTo(Process script) throws Exception;
  }

  @TempDir private Path state;

  @ParameterizedTest
  @EnumSource
  void nothingOfTheServerStaysBehind(Loss loss) throws Exception {
    Process script =
        new ProcessBuilder(
                "real-server/real-server",
                "run",
                "v1",
                "--key",
                RealServer.KEY,
                "--state",
                state.resolve("s").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader events = script.inputReader(StandardCharsets.UTF_8)) {
      startAgent(URI.create(new ObjectMapper().readTree(events.readLine()).path("url").asText()));
      List<ProcessHandle> processes = onceAgentIsInItsTerminal(script);

      loss.happensTo(script);

      assertThat(script.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      for (ProcessHandle process : processes) {
        process.onExit().get(SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      script.destroyForcibly();
    }
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
  private static void startAgent(URI server) {
    try (OpenHandsClient client =
        OpenHandsClient.create(
            LiftedLimits.in(ClientOptions.builder())
                .baseUrl(server)
                .apiKey(RealServer.KEY)
                .build())) {
      client.conversations().start(StartRequest.builder().message("LOOP").build()).awaitReady();
    }
  }
}
