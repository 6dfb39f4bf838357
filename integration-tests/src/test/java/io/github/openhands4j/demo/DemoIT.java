package io.github.openhands4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.simulator.v0.V0Access;
import io.github.openhands4j.simulator.v0.V0Server;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The demo on the simulator: the old application's jar, compiled against the V0 client alone and
 * never again, runs on a server that speaks V1 only.
 */
@Timeout(120)
class DemoIT {

  private static final Programs PROGRAMS = new Programs(Path.of("..").toAbsolutePath().normalize());

  private static final String KEY = "sk-fake-demo-key";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private int run(String... args) {
    return run(Map.of(), args);
  }

  private int run(Map<String, String> environment, String... args) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return Demo.run(args, new Screen(out, false), PROGRAMS, environment);
  }

  private List<String> output() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void oldJarFailsClearlyAloneAndWorksOnV1WithTheSameBytes() {
    assertThat(run()).isZero();

    List<String> lines = output();
    assertThat(lines.stream().filter(line -> line.contains("[OHJ-071]"))).hasSize(1);
    assertThat(lines.stream().filter(line -> line.contains("class files sha256")).distinct())
        .hasSize(1);
    assertThat(lines.stream().filter(line -> line.contains("class files sha256"))).hasSize(2);
    assertThat(lines).contains("starts seen by the server: 1");
    assertThat(lines)
        .anyMatch(
            line ->
                line.matches("createConversation +POST /app-conversations +ok, [0-9a-f]{8}…, .*"));
    assertThat(lines)
        .anyMatch(line -> line.matches("listEvents +GET /app-conversations +5 events, more: true"))
        .anyMatch(
            line -> line.matches("trajectory +GET /app-conversations +\\d+ events, 4 messages"))
        .anyMatch(line -> line.matches(" +GET /conversation/…/events/search"));
    assertThat(lines).anyMatch(line -> line.startsWith("   FINISHED http://127.0.0.1:"));
    int table = lines.indexOf("starts seen by the server: 1");
    assertThat(lines.stream().limit(table).dropWhile(line -> !line.startsWith("V0 call ")))
        .hasSizeGreaterThan(8)
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void demoEndsAfterTheFirstCreateOfAServerThatStillHasV0() {
    try (V0Server server = V0Server.start(V0Access.cloud(KEY))) {
      assertThat(run(at(server.baseUrl().toString()))).isEqualTo(1);

      assertThat(server.journal().starts()).isEqualTo(1);
      assertThat(output())
          .endsWith("   this server still has V0; the old application works on it as it is")
          .noneMatch(line -> line.startsWith("2."));
    }
  }

  @Test
  void demoEndsAfterOneLineWhenTheKeyIsRefused() {
    try (V0Server server = V0Server.start(V0Access.cloud("sk-fake-another-key"))) {
      assertThat(run(at(server.baseUrl().toString()))).isEqualTo(1);

      assertThat(output().stream().filter(line -> line.contains("failed: "))).hasSize(1);
      assertThat(output())
          .noneMatch(line -> line.startsWith("2."))
          .noneMatch(line -> line.contains(KEY) || line.startsWith("   at "));
    }
  }

  private static Map<String, String> at(String url) {
    return Map.of("OPENHANDS_BASE_URL", url, "OPENHANDS_API_KEY", KEY);
  }

  @Test
  void everyWrongSetUpIsAnsweredWithOneLine() {
    assertThat(run("--bad-input")).isZero();

    List<String> lines = output();
    assertThat(lines).hasSize(14);
    for (int i = 0; i < lines.size(); i += 2) {
      assertThat(lines.get(i)).as(lines.get(i)).endsWith("(exit code 1)");
      assertThat(lines.get(i + 1))
          .as(lines.get(i))
          .startsWith("   failed: ")
          .matches(".*\\[OHJ-\\d{3}]");
    }
    assertThat(lines.stream().filter(line -> line.contains("OHJ-")))
        .extracting(DemoIT::lastCode)
        .containsExactly(
            "OHJ-021", "OHJ-003", "OHJ-002", "OHJ-070", "OHJ-075", "OHJ-072", "OHJ-073");
  }

  private static String lastCode(String line) {
    return line.substring(line.length() - "OHJ-000]".length(), line.length() - 1);
  }

  @Test
  void unknownArgumentShowsTheUsage() {
    assertThat(run("--nonsense")).isEqualTo(2);
    assertThat(output().get(0)).startsWith("usage: ./demo");
  }
}
