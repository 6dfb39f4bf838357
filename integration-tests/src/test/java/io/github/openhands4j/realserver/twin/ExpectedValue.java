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

  /** Whether a found value, as JSON, is this one. */
  boolean fits(String found) {
    return Glob.matches(pattern(), found);
  }

  private String pattern() {
    String text = json.asText();
    boolean isPattern =
        json.isTextual()
            && (text.equals(Comparison.NOTHING)
                || text.equals("*")
                || text.matches("(?s)[{\\[].*"));
    return isPattern ? text : Trees.json(json);
  }
}
