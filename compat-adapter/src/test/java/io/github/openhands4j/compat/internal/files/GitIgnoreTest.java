package io.github.openhands4j.compat.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitIgnoreTest {

  @ParameterizedTest
  @CsvSource({
    "foo,       foo,          true",
    "foo,       foo/,         true",
    "foo,       a/foo,        true",
    "foo,       foobar,       false",
    "foo/,      foo,          false",
    "foo/,      foo/,         true",
    "foo/,      a/foo/,       true",
    "/foo,      a/foo,        false",
    "/foo,      foo/,         true",
    "a/b,       a/b,          true",
    "a/b,       x/a/b,        false",
    "*.o,       x/y.o,        true",
    "*.o,       y.obj,        false",
    "a/*,       a/b/,         true",
    "a*b,       a/b,          false",
    "**/x,      a/b/x,        true",
    "**/x,      x,            true",
    "a/**,      a/b,          true",
    "a/**/b,    a/b,          true",
    "a/**/b,    a/x/y/b,      true",
    "a?c,       abc,          true",
    "a?c,       a/c,          false",
    "[ab].txt,  b.txt,        true",
    "[!ab].txt, b.txt,        false",
    "[!ab].txt, c.txt,        true",
    "[a-c].txt, b.txt,        true",
    "[ab.txt,   [ab.txt,      true",
    "\\#x,      '#x',         true",
    "#x,        '#x',         false",
    "\\!x,      '!x',         true",
  })
  void fitsAsGitDoes(String glob, String path, boolean ignored) {
    assertThat(GitIgnore.of(glob).matches(path)).isEqualTo(ignored);
  }

  @Test
  void lastLineThatFitsDecides() {
    assertThat(GitIgnore.of("*.log\n!a.log").matches("a.log")).isFalse();
    assertThat(GitIgnore.of("!a.log\n*.log").matches("a.log")).isTrue();
  }

  @Test
  void blanksAtTheEndDoNotCount() {
    assertThat(GitIgnore.of("foo   \r\n").matches("foo")).isTrue();
    assertThat(GitIgnore.of("   \n\n/\n").matches("foo")).isFalse();
  }

  @Test
  void noTextIsTooOdd() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String signs = "a/*?[]!^-\\#. \n{}()$+|é\0";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(12), 0, signs.length()).forEach(i -> text.append(signs.charAt(i)));
      String rules = text.toString();

      assertThat(GitIgnore.of(rules).matches("a/b.c"))
          .as("seed %d, rules '%s'", seed, rules)
          .isEqualTo(GitIgnore.of(rules).matches("/a/b.c"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a*a*a*a*a*b",
        "*a*a*a*a*a*a*a*a*a*a*b",
        "**a**a**a**a**a**b",
        "**/**/**/**/**/**/**/b",
        "**/a*/**/a*/**/a*/**/a*/**/b",
        "**/*a*/**/*a*/**/*a*/**/*a*/**/b",
        "?*?*?*?*?*?*b",
        "[a]*[a]*[a]*[a]*[a]*[a]*b"
      })
  void noLineTakesItsReaderForEver(String line) {
    String name = "a".repeat(250);
    String deep = (name + "/").repeat(20);
    GitIgnore ignore = GitIgnore.of(line);

    assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> {
          assertThat(ignore.matches(name)).isFalse();
          assertThat(ignore.matches("a/".repeat(125))).isFalse();
          assertThat(ignore.matches(deep)).isFalse();
        });
  }

  @Test
  void lineWithManyStarsCounts() {
    GitIgnore ignore = GitIgnore.of("*a*b*c*d*e*f*g*");

    assertThat(ignore.matches("x/1a2b3c4d5e6f7g8")).isTrue();
    assertThat(ignore.matches("1a2b3c4d5e6f78")).isFalse();
  }

  @Test
  void blanksWithoutEndDoNotCountEither() {
    String text = "foo" + " ".repeat(1_000_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(GitIgnore.of(text).matches("foo")).isTrue());
  }

  @Test
  void fitsAsRegularExpressionsDo() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      String line = "x" + some(random, "aab/**?[]!-\\😀.", 8); // no comment, nothing taken back
      String glob = random.nextBoolean() ? line : line.replaceFirst("x", "**/");
      String path = "x" + some(random, "aab//.!😀\n", 9);

      assertThat(GitIgnore.of(glob).matches(path))
          .as("seed %d, line '%s', path '%s'", seed, glob, path)
          .isEqualTo(fitsAsRegularExpression(glob, path));
    }
  }

  private static boolean fitsAsRegularExpression(String glob, String path) {
    try {
      return GlobRegex.fits(glob, path);
    } catch (PatternSyntaxException noGlob) {
      return false;
    }
  }

  private static String some(Random random, String signs, int most) {
    int[] points = signs.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    random
        .ints(random.nextInt(most), 0, points.length)
        .forEach(i -> text.appendCodePoint(points[i]));
    return text.toString();
  }
}
