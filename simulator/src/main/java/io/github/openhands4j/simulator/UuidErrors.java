package io.github.openhands4j.simulator;

import java.util.List;

/** Says why a text is no UUID, in the server's words. */
final class UuidErrors {

  private static final List<Integer> GROUPS = List.of(8, 4, 4, 4, 12);

  private UuidErrors() {}

  /** The reason; the text is known to be none. */
  static String why(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.digit(c, 16) < 0 && c != '-') {
        return "invalid character: found `" + c + "` at " + i;
      }
    }
    List<String> groups = List.of(text.split("-", -1));
    if (groups.size() == 1) {
      return "invalid length: found " + text.length();
    }
    if (groups.size() != GROUPS.size()) {
      return "invalid group count: expected 5, found " + groups.size();
    }
    int wrong = 0;
    while (wrong < 4 && groups.get(wrong).length() == GROUPS.get(wrong)) {
      wrong++;
    }
    return "invalid group length in group "
        + wrong
        + ": expected "
        + GROUPS.get(wrong)
        + ", found "
        + groups.get(wrong).length();
  }
}
