package io.github.openhands4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.simulator.OpenHandsSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The simulator's document lists its routes. */
class SimulatorDocumentTest {

  private static final Pattern ROUTE = Pattern.compile("`([A-Z]+ /[^` ]*)`");
  private static final Pattern BUILDER = Pattern.compile("\\| `(\\w+)\\([^`]*`");

  private static String document() throws IOException {
    return Files.readString(Path.of("..", "docs", "simulator.md"));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static String part(String from, String to) throws IOException {
    return document().substring(document().indexOf(from), document().indexOf(to));
  }

  @Test
  void listedRoutesAreTheSimulators() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      assertThat(found(ROUTE, part("## What it imitates", "### The agent server")))
          .containsExactlyInAnyOrderElementsOf(server.routes());
      assertThat(found(ROUTE, part("### The agent server", "### Events")))
          .containsExactlyInAnyOrderElementsOf(server.agentServer().routes());
    }
  }

  @Test
  void traitsCanBeTurnedOnAsTold() throws IOException {
    List<String> methods =
        List.of(OpenHandsSimulator.builder().getClass().getMethods()).stream()
            .map(method -> method.getName())
            .toList();

    assertThat(found(BUILDER, document())).isNotEmpty().isSubsetOf(methods);
  }
}
