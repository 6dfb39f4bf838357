package io.github.openhands4j.realserver.twin;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns in which a star stands for any text, and everything else for itself. */
final class Glob {

  private Glob() {}

  static boolean matches(String pattern, String text) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
  }
}
