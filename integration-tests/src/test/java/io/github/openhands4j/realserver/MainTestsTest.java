package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which tests on real servers every change must pass. */
class MainTestsTest {

  private static final Path SOURCES = Path.of("src/test/java");
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "<id>real-server-main</id>\\s*<properties>\\s*<tests.left.out>%regex\\[(.*)]</tests");

  private static Pattern leftOut() throws IOException {
    Matcher profile = LEFT_OUT.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(profile.find()).isTrue();
    return Pattern.compile(profile.group(1));
  }

  private static List<String> onRealServers() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .map(file -> SOURCES.relativize(file).toString())
          .filter(file -> file.matches(".*/(realserver/.*|RealServer\\w*)IT\\.java"))
          .map(file -> file.replace(".java", ".class"))
          .toList();
    }
  }

  @Test
  void mainJobLostAnswersAndTheAdapterAsV0AreTheMainOnes() throws IOException {
    Pattern leftOut = leftOut();

    assertThat(onRealServers())
        .hasSizeGreaterThan(20)
        .filteredOn(test -> !leftOut.matcher(test).matches())
        .extracting(test -> test.replaceAll(".*/", ""))
        .containsExactlyInAnyOrder(
            "V1MainJobIT.class", "V1LostAnswersIT.class", "RealAdapterAsV0IT.class");
  }

  @Test
  void failsafeTakesTheExpression() throws IOException {
    // It refuses exclamation marks, of which a look ahead that must not match has one.
    assertThat(leftOut().pattern()).doesNotContain("!");
  }
}
