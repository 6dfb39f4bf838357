package io.github.openhands4j.v1live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A conversation of any length is read with little memory. */
@Timeout(180)
class ManyEventsTest {

  private static final int MANY = 100_000;

  @Test
  void hundredThousandEventsAreReadInAHeapOf16Megabytes() throws Exception {
    try (LiveWorld world = new LiveWorld()) {
      world
          .events()
          .addMany(
              MANY,
              n ->
                  "{\"kind\":\"MessageEvent\",\"source\":\"agent\",\"llm_message\":{\"role\":"
                      + "\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"number "
                      + n
                      + " with some words\"}]}}");
      int all = world.all().size();
      Process reader =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx16m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ManyEventsProgram.class.getName(),
                  world.server.baseUrl().toString(),
                  world.id.toString())
              .redirectErrorStream(true)
              .start();
      try {
        String printed = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).endsWith(all + "\n");
      } finally {
        reader.destroy();
      }
    }
  }
}
