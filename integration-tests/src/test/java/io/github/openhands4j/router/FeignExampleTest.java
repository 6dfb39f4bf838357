package io.github.openhands4j.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.feign.FeignApplication;
import io.github.openhands4j.compat.http.V0CompatFeignClient;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.testing.LiftedLimits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example with a Feign interface of its own, in this process, on the V1 simulator. */
class FeignExampleTest {

  private static final String KEY = "sk-test-not-a-key";

  @Test
  void applicationWithAHandWrittenInterfaceRunsOnV1() throws InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().apiKey(KEY).start()) {
      ClientOptions options =
          LiftedLimits.in(ClientOptions.builder()).baseUrl(server.baseUrl()).apiKey(KEY).build();
      try (V0CompatFeignClient client = V0CompatFeignClient.builder().options(options).build()) {
        FeignApplication.run(
            FeignApplication.api(client),
            "Say hello.",
            10,
            new PrintStream(bytes, true, StandardCharsets.UTF_8));
      }
      assertThat(server.journal().count("POST", "/api/v1/app-conversations")).isEqualTo(1);
    }

    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(0)).matches("started [0-9a-f]{32}");
    assertThat(lines).endsWith("STOPPED");
  }
}
