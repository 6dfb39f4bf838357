package io.github.openhands4j.compat.internal.http.schema;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as a shell does: blanks part them, quotes and backslashes keep. */
final class ShellWords {

  private static final String BLANKS = " \t\r\n";

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;

  private ShellWords(String line) {
    this.line = line;
  }

  static List<String> split(String line) {
    return new ShellWords(line).split();
  }

  private List<String> split() {
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (BLANKS.indexOf(c) >= 0) {
        endWord();
        at++;
      } else {
        inWord = true;
        at = c == '\'' || c == '"' ? quoted(at + 1, c) : bare(at, c);
      }
    }
    endWord();
    return words;
  }

  private int bare(int at, char c) {
    if (c != '\\') {
      word.append(c);
      return at + 1;
    }
    return escaped(at + 1);
  }

  private int quoted(int from, char quote) {
    int at = from;
    while (at < line.length() && line.charAt(at) != quote) {
      boolean escapes =
          quote == '"'
              && line.charAt(at) == '\\'
              && at + 1 < line.length()
              && "\"\\".indexOf(line.charAt(at + 1)) >= 0;
      at = escapes ? escaped(at + 1) : plain(at);
    }
    if (at >= line.length()) {
      throw new IllegalArgumentException("No closing quotation");
    }
    return at + 1;
  }

  private int escaped(int at) {
    if (at >= line.length()) {
      throw new IllegalArgumentException("No escaped character");
    }
    return plain(at);
  }

  private int plain(int at) {
    word.append(line.charAt(at));
    return at + 1;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
