package io.github.openhands4j.simulator;

import java.util.ArrayList;
import java.util.List;

/** Takes a command line apart: words without their quotes, and operators. */
final class ShellWords {

  /**
   * A word or an operator.
   *
   * @param operator true for {@code ;}, {@code &&}, {@code ||}, {@code |} and redirections
   */
  record Word(String text, boolean operator) {}

  private static final List<String> OPERATORS = List.of("2>/dev/null", "&&", "||", ";", "|", "\n");

  /** What the shell of the simulator does not understand. */
  private static final String STRANGE = "$`<>&(){}";

  private final String line;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  /**
   * The words of a line.
   *
   * @throws IllegalArgumentException with the character that is not understood
   */
  static List<Word> of(String line) {
    ShellWords words = new ShellWords(line);
    while (words.next()) {
      // each round takes one word
    }
    return words.words;
  }

  private boolean next() {
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    if (at == line.length()) {
      return false;
    }
    for (String operator : OPERATORS) {
      if (line.startsWith(operator, at)) {
        at += operator.length();
        words.add(new Word(operator.equals("\n") ? ";" : operator, true));
        return true;
      }
    }
    words.add(new Word(word(), false));
    return true;
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    while (at < line.length() && " \t\n;|".indexOf(line.charAt(at)) < 0) {
      char character = line.charAt(at);
      at++;
      if (character == '\'' || character == '"') {
        int end = line.indexOf(character, at);
        if (end < 0 || (character == '"' && line.substring(at, end).matches("(?s).*[$`\\\\].*"))) {
          throw new IllegalArgumentException(String.valueOf(character));
        }
        word.append(line, at, end);
        at = end + 1;
      } else if (character == '\\' && at < line.length()) {
        word.append(line.charAt(at));
        at++;
      } else if (STRANGE.indexOf(character) >= 0) {
        throw new IllegalArgumentException(String.valueOf(character));
      } else {
        word.append(character);
      }
    }
    return word.toString();
  }
}
