package io.github.openhands4j.realserver.twin;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value of one side. It stands in the file as the JSON it is, with two exceptions: the text
 * {@code nothing} is a field that is not there, and a text that begins with a bracket or is a star
 * is the JSON itself, with stars for what does not matter.
 *
 * @param json the value as it stands in the file
 */
record ExpectedValue(JsonNode json) {

  private static final String ANYTHING = "*";

  /** Whether every value is this one. */
  boolean isAnything() {
    return json.isTextual() && json.asText().equals(ANYTHING);
  }

  /** Whether a found value, as JSON, is this one. */
  boolean fits(String found) {
    return Glob.matches(pattern(), found);
  }

  private String pattern() {
    String text = json.asText();
    boolean isPattern =
        json.isTextual()
            && (text.equals(Comparison.NOTHING)
                || text.equals(ANYTHING)
                || text.matches("(?s)[{\\[].*"));
    return isPattern ? text : Trees.json(json);
  }
}
