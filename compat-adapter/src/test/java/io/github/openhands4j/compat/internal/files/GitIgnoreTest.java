package io.github.openhands4j.compat.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
