package io.github.openhands4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of the code is so. */
class DocumentsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- from (\\S+) (\\S+) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern EXCEPTION = Pattern.compile("`(\\w+Exception)`");

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
    Matcher names = EXCEPTION.matcher(read("README.md"));
    while (names.find()) {
      String name = names.group(1);
      String home =
          name.startsWith("V0") ? "io.github.openhands4j.v0." : "io.github.openhands4j.core.";
      assertThat(Stream.of(home, "java.lang.", "java.io.").anyMatch(at -> classExists(at + name)))
          .as(name)
          .isTrue();
    }
  }

  @Test
  void projectSpeaksOfItselfAlone() throws IOException {
    try (var files = Files.walk(ROOT)) {
      List<Path> texts =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().matches(".*\\.(md|java|xml|sh|txt|properties)"))
              .filter(file -> !file.toString().contains("/target/"))
              .filter(file -> !file.toString().contains("/.git/"))
              .toList();
      assertThat(texts).hasSizeGreaterThan(100);
      for (Path text : texts) {
        assertThat(Files.readString(text)).as(text.toString()).doesNotContain(".." + "/shared");
      }
    }
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
