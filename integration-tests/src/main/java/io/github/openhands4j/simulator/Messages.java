package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** Reads content blocks. */
final class Messages {

  private Messages() {}

  /** The texts of the text blocks, one a line. */
  static String text(JsonNode content) {
    StringJoiner lines = new StringJoiner("\n");
    for (JsonNode block : content) {
      String text = Json.text(block, "text");
      if (text != null) {
        lines.add(text);
      }
    }
    return lines.toString();
  }
}
