package io.github.openhands4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents say of the code is so. */
class DocumentsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- from (\\S+) (\\S+) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VERSION = Pattern.compile("<version>[^<]+</version>");
  private static final Pattern MANAGED =
      Pattern.compile(
          "<artifactId>openhands4j-([^<]+)</artifactId>\\s*<version>\\$\\{project.version}");
  private static final List<String> MODULES_OF_USERS =
      List.of(
          "api-model",
          "client-core",
          "client-v1",
          "client-v0-legacy",
          "compat-adapter",
          "simulator");
  private static final Pattern EXCEPTION = Pattern.compile("`(\\w+Exception)`");

  /** Folders beside the project, machines it was made on, talk about how it was made. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\.\\./shared\\b"
              + "|(?<![\\w.-])/(work|root|home/\\w+)/"
              + "|(?i:\\bthis\\s+session\\b)"
              + "|(?i:\\bthe\\s+prompt\\s+sa(id|ys)\\b)");

  @Test
  void bomNamesTheArtifactsThatUsersDependOnInTheVersionOfAll() throws IOException {
    String bom = read("bom/pom.xml");

    assertThat(bom).contains(first(VERSION, read("pom.xml")));
    assertThat(MANAGED.matcher(bom).results().map(artifact -> artifact.group(1)))
        .containsExactlyElementsOf(MODULES_OF_USERS);
    for (String module : MODULES_OF_USERS) {
      assertThat(read(module + "/pom.xml")).contains(">openhands4j-" + module + "<");
    }
  }

  private static String first(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst().orElseThrow().group();
  }

  @Test
  void everyErrorCodeHasOneEntryAndNoEntryIsWithoutCode() throws IOException {
    List<String> headings =
        read("docs/errors.md")
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();

    assertThat(headings)
        .containsExactlyElementsOf(Arrays.stream(ErrorCode.values()).map(ErrorCode::id).toList());
  }

  @Test
  void snippetsAreCompiledCode() throws IOException {
    Matcher snippets = SNIPPET.matcher(read("README.md") + read("MIGRATION.md"));
    int found = 0;
    while (snippets.find()) {
      String source = read(snippets.group(1));
      String name = snippets.group(2);
      String compiled =
          source.substring(
              source.indexOf("// begin " + name) + ("// begin " + name).length(),
              source.indexOf("// end " + name));
      assertThat(withoutIndent(snippets.group(3))).isEqualTo(withoutIndent(compiled));
      found++;
    }

    assertThat(found).isPositive();
  }

  @Test
  void everyExceptionTheReadmeNamesExists() throws IOException {
    List<String> names =
        EXCEPTION.matcher(read("README.md")).results().map(found -> found.group(1)).toList();

    assertThat(names)
        .hasSizeGreaterThan(10)
        .allSatisfy(name -> assertThat(exceptionExists(name)).as(name).isTrue());
  }

  private static boolean exceptionExists(String name) {
    String home =
        name.startsWith("V0") ? "io.github.openhands4j.v0." : "io.github.openhands4j.core.";
    return Stream.of(home, "java.lang.", "java.io.").anyMatch(at -> classExists(at + name));
  }

  @Test
  void projectSpeaksOfItselfAlone() throws IOException {
    Map<String, String> texts = ProjectTexts.under(ROOT);

    assertThat(texts)
        .hasSizeGreaterThan(1_000)
        .containsKeys(
            ".ci/run",
            "README.md",
            "benchmarks/generated-client/openapi.yaml",
            "client-v0-legacy/src/test/resources/v0-event-examples.json",
            "demo",
            "integration-tests/real-server/fake_model.py",
            "integration-tests/real-server/real-server",
            "pom.xml");
    assertThat(texts)
        .allSatisfy(
            (file, text) -> assertThat(ELSEWHERE.matcher(text).results()).as(file).isEmpty());
  }

  /** The pieces are put together here, or this file would speak of them. */
  @ParameterizedTest
  @CsvSource({
    "see .., /shared/notes.md",
    "file:///wo, rk/main/pom.xml",
    "/ro, ot/.m2/settings.xml",
    "cp a /ho, me/someone/b",
    "this, ' session'",
    "the prompt, ' said so'"
  })
  void whatIsElsewhereIsNoticed(String one, String other) {
    assertThat(ELSEWHERE.matcher(one + other).find()).isTrue();
  }

  private static boolean classExists(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static String withoutIndent(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
