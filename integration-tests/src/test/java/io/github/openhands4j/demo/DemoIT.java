package io.github.openhands4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The demo on the simulator: the old application's jar, compiled against the V0 client alone and
 * never again, runs on a server that speaks V1 only.
 */
class DemoIT {

  private static final Programs PROGRAMS = new Programs(Path.of("..").toAbsolutePath().normalize());

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private int run(String... args) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return Demo.run(args, new Screen(out, false), PROGRAMS, Map.of());
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
            line -> line.matches(" +createConversation +POST /api/v1/app-conversations +ok, .*"));
    assertThat(lines).anyMatch(line -> line.startsWith("   FINISHED http://127.0.0.1:"));
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
