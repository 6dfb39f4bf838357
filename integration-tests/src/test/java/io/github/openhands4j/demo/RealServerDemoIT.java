package io.github.openhands4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo on a real server, which it starts for itself. */
class RealServerDemoIT {

  @Test
  @Timeout(600)
  void oldJarWorksOnARealServerThatSpeaksV1Only() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
    Programs programs = new Programs(Path.of("..").toAbsolutePath().normalize());

    int code = Demo.run(new String[] {"--real-server"}, screen, programs, Map.of());

    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(code).as(String.join("\n", lines)).isZero();
    assertThat(lines.stream().filter(line -> line.contains("[OHJ-071]"))).hasSize(1);
    assertThat(lines).contains("starts seen by the server: 1");
    assertThat(lines).anyMatch(line -> line.startsWith("   FINISHED http://127.0.0.1:"));
  }
}
