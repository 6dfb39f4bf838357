package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** The blocks as events show them. */
  static ArrayNode blocks(JsonNode content) {
    ArrayNode blocks = Json.array();
    for (JsonNode block : content) {
      String text = Json.text(block, "text");
      if (text != null) {
        blocks.add(EventJson.text(text));
      } else {
        ObjectNode image = blocks.addObject().put("cache_prompt", false).put("type", "image");
        image.set("image_urls", block.path("image_urls").deepCopy());
      }
    }
    return blocks;
  }
}
